-- Streams in cold storage: who may move them there, and on what conditions.

-- What filters ask for, so that few copies have to be opened.
ALTER TABLE archived_streams
  ADD COLUMN correlation_ids   text[] NOT NULL DEFAULT '{}',
  ADD COLUMN actor_ids         text[] NOT NULL DEFAULT '{}',
  ADD COLUMN first_recorded_at timestamptz(3) NOT NULL DEFAULT '-infinity',
  ADD COLUMN last_recorded_at  timestamptz(3) NOT NULL DEFAULT 'infinity';
CREATE INDEX archived_streams_first_position_idx ON archived_streams (first_position);
CREATE INDEX archived_streams_positions_idx ON archived_streams USING gist (int8range(first_position, last_position, '[]'));
CREATE INDEX archived_streams_contents_idx ON archived_streams USING gin (correlation_ids, actor_ids, tags);

CREATE OR REPLACE FUNCTION refuse_change_of_log() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- What it removes is judged by removed_streams_are_archived.
  IF TG_OP = 'DELETE' AND current_user = 'hindsight_maintenance' THEN RETURN NULL; END IF;
  RAISE EXCEPTION 'The log is append-only: % on % is refused', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'integrity_constraint_violation',
          HINT = 'Append a compensating event instead.';
END $$;

-- Only whole streams go, and only those whose tombstone says of them what they are.
CREATE FUNCTION refuse_unarchived_removal() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp
AS $$
DECLARE
  offence record;
BEGIN
  -- So that nobody appends to a stream that is about to be gone. The next statement sees what came before.
  PERFORM pg_advisory_xact_lock(4983204512);
  SELECT r.stream_type, r.stream_id INTO offence
  FROM (SELECT stream_type, stream_id, count(*) AS events, max(version) AS version,
               min(position) AS first_position, max(position) AS last_position
        FROM removed GROUP BY stream_type, stream_id) r
  JOIN removed h ON h.stream_type = r.stream_type AND h.stream_id = r.stream_id AND h.version = r.version
  LEFT JOIN archived_streams s ON s.stream_type = r.stream_type AND s.stream_id = r.stream_id
  WHERE (s.version, s.version, s.hash, s.first_position, s.last_position)
          IS DISTINCT FROM (r.version, r.events, h.hash, r.first_position, r.last_position)
     OR EXISTS (SELECT FROM events e WHERE e.stream_type = r.stream_type AND e.stream_id = r.stream_id)
  LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'The log is append-only: %/% was not archived as it is', offence.stream_type, offence.stream_id
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER removed_streams_are_archived
  AFTER DELETE ON events REFERENCING OLD TABLE AS removed
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_unarchived_removal();
ALTER TABLE events ENABLE ALWAYS TRIGGER removed_streams_are_archived;

-- Brings a stream back to where it was. Arrays with one entry for each of its events, in order of version;
-- `contents` are their SHA-256, end to end. It has to be what its tombstone says, which it takes the place of.
CREATE FUNCTION restore_stream(
  to_type text, to_id text, positions bigint[], event_id uuid[], type text[], schema_version integer[],
  data jsonb[], metadata jsonb[], tags text[], occurred_at timestamptz[], recorded_at timestamptz[], contents bytea
) RETURNS void
LANGUAGE plpgsql
SECURITY DEFINER
SET search_path = public, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  tombstone archived_streams;
  chain bytea;
  hashes bytea[] := '{}';
BEGIN
  PERFORM pg_advisory_xact_lock(4983204512);
  SELECT * INTO tombstone FROM archived_streams s WHERE s.stream_type = to_type AND s.stream_id = to_id FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION '%/% is not archived', to_type, to_id USING ERRCODE = 'no_data_found';
  END IF;
  FOR version IN 1..cardinality(positions) LOOP
    chain := chain_hash(chain, substring(contents FROM (version - 1) * 32 + 1 FOR 32), to_type, to_id, version);
    hashes := hashes || chain;
  END LOOP;
  IF (cardinality(positions), chain, positions[1], positions[cardinality(positions)]) IS DISTINCT FROM
     (tombstone.version, tombstone.hash, tombstone.first_position, tombstone.last_position)
     OR positions <> ARRAY(SELECT p FROM unnest(positions) p ORDER BY p) THEN
    RAISE EXCEPTION 'What is to be brought back is not %/% as it was archived', to_type, to_id
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  INSERT INTO events (position, event_id, stream_type, stream_id, version, type, schema_version, data, metadata,
                      tags, occurred_at, recorded_at, hash)
  SELECT n.position, n.event_id, to_type, to_id, n.version, n.type, n.schema_version, n.data, n.metadata,
         coalesce(n.tags, '{}')::text[], n.occurred_at, n.recorded_at, n.hash
  FROM unnest(positions, event_id, type, schema_version, data, metadata, tags, occurred_at, recorded_at, hashes)
    WITH ORDINALITY
    AS n(position, event_id, type, schema_version, data, metadata, tags, occurred_at, recorded_at, hash, version);
  DELETE FROM archived_streams s WHERE s.stream_type = to_type AND s.stream_id = to_id;
END $$;

REVOKE ALL ON FUNCTION restore_stream FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO hindsight_maintenance;
GRANT SELECT, DELETE ON events TO hindsight_maintenance;
GRANT SELECT, INSERT ON archived_streams TO hindsight_maintenance;
GRANT EXECUTE ON FUNCTION restore_stream TO hindsight_maintenance;
