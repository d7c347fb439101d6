-- Who follows the log under a name, and how far each of its partitions has come.
CREATE TABLE subscriptions (
  name       text NOT NULL,
  partition  integer NOT NULL CHECK (partition >= 0),
  partitions integer NOT NULL CHECK (partition < partitions),
  position   bigint NOT NULL,
  status     text NOT NULL DEFAULT 'running' CHECK (status IN ('running', 'paused', 'stopped')),
  error      text,
  updated_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (name, partition)
) WITH (fillfactor = 50);

INSERT INTO subscriptions (name, partition, partitions, position, updated_at)
SELECT name, 0, 1, position, updated_at FROM checkpoints;
DROP TABLE checkpoints;

-- Events that a subscription could not handle.
CREATE TABLE parked_events (
  subscription text NOT NULL,
  partition    integer NOT NULL,
  position     bigint NOT NULL,
  event_id     uuid NOT NULL,
  stream_type  text NOT NULL,
  stream_id    text NOT NULL,
  attempts     integer NOT NULL,
  error        text NOT NULL,
  parked_at    timestamptz(3) NOT NULL DEFAULT now(),
  resolved_at  timestamptz(3),
  PRIMARY KEY (subscription, position)
);

GRANT SELECT, INSERT, UPDATE, DELETE ON subscriptions, parked_events TO hindsight_app;
