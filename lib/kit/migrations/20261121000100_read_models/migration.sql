-- What the next migration but three takes over and drops.
CREATE TABLE checkpoints (
  name       text PRIMARY KEY,
  position   bigint NOT NULL,
  updated_at timestamptz(3) NOT NULL
);
