-- Where events are relayed to, and what each target that keeps messages had when it was last sent something: where it has less later, it
-- lost some, and its follower goes back.
CREATE TABLE relay_targets (
  name          text PRIMARY KEY,
  -- It was sent nothing up to here.
  began         bigint NOT NULL,
  incarnation   text,
  sequence      bigint NOT NULL DEFAULT 0,
  -- The lowest position of what was sent to it late, and the sequence of the last of it.
  late_position bigint,
  late_sequence bigint NOT NULL DEFAULT 0,
  -- Why it is away, or rests, and since when.
  trouble       text,
  trouble_since timestamptz(3)
) WITH (fillfactor = 50);

GRANT SELECT, INSERT, UPDATE, DELETE ON relay_targets TO hindsight_app;
