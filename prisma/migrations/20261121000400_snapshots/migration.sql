-- Folded states of streams, one every so many versions: a cache that may be emptied at any time.

CREATE TABLE snapshots (
  stream_type    text NOT NULL,
  stream_id      text NOT NULL,
  -- Of the fold that made it: another fold passes it over.
  state_version  integer NOT NULL,
  version        integer NOT NULL,
  position       bigint NOT NULL,
  -- The latest time of all events up to it.
  occurred_until timestamptz(3) NOT NULL,
  state          jsonb NOT NULL,
  PRIMARY KEY (stream_type, stream_id, state_version, version)
);

GRANT SELECT, INSERT, DELETE ON snapshots TO hindsight_app;
