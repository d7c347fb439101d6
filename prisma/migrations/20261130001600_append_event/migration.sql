-- Appends one event to one stream, as append_events() does with many: the same lock, verdicts, chain, positions and notice,
-- without arrays, loops and rows to go through. What each of its arguments and answers is stands there.
CREATE FUNCTION append_event(
  to_type text, to_id text, expected integer, command_id uuid, fingerprint bytea,
  event_id uuid, type text, schema_version integer, data jsonb, metadata jsonb, tags text[], occurred_at timestamptz, content bytea,
  OUT outcome text, OUT version integer, OUT last_position bigint, OUT command_outcome jsonb, OUT previous_hash bytea,
  OUT recorded_at timestamptz
)
LANGUAGE plpgsql
SECURITY DEFINER
SET search_path = public, pg_temp
-- The plans are made once, perhaps over empty tables, and have to serve full ones.
SET plan_cache_mode = force_generic_plan
SET enable_seqscan = off
AS $$
#variable_conflict use_variable
DECLARE
  is_archived boolean;
  is_reused boolean;
BEGIN
  -- In a statement of its own: a statement's snapshot predates a lock taken within it.
  PERFORM pg_advisory_xact_lock(4983204512);
  SELECT h.position + 1, greatest(h.recorded_at, clock_timestamp())::timestamptz(3), coalesce(e.version, s.version, 0), e.hash,
         s.version IS NOT NULL, c.outcome, is_other_fingerprint(c.fingerprint, append_event.fingerprint)
  INTO last_position, recorded_at, version, previous_hash, is_archived, command_outcome, is_reused
  FROM log_head h
  LEFT JOIN LATERAL (
    SELECT e.version, e.hash FROM events e
    WHERE e.stream_type = to_type AND e.stream_id = to_id ORDER BY e.version DESC LIMIT 1
  ) e ON true
  LEFT JOIN archived_streams s ON e.version IS NULL AND s.stream_type = to_type AND s.stream_id = to_id
  LEFT JOIN commands c
    ON append_event.command_id IS NOT NULL AND c.stream_type = to_type AND c.stream_id = to_id
    AND c.command_id = append_event.command_id;
  outcome := CASE
    WHEN command_outcome IS NOT NULL AND is_reused THEN 'reused'
    WHEN command_outcome IS NOT NULL THEN 'duplicate'
    WHEN is_archived THEN 'archived'
    WHEN expected IS NOT NULL AND expected <> version AND NOT (expected = -1 AND version > 0) THEN 'conflict'
    ELSE 'written' END;
  IF outcome <> 'written' THEN
    last_position := NULL;
    recorded_at := NULL;
    RETURN;
  END IF;

  version := version + 1;
  INSERT INTO events (position, event_id, stream_type, stream_id, version, type, schema_version, data, metadata, tags,
                      occurred_at, recorded_at, hash)
  VALUES (last_position, event_id, to_type, to_id, version, type, schema_version, data, metadata, coalesce(tags, '{}'),
          occurred_at, recorded_at, chain_hash(previous_hash, content, to_type, to_id, version));
  UPDATE log_head h SET position = last_position, recorded_at = append_event.recorded_at;
  PERFORM pg_notify('events_appended', last_position::text);
  IF command_id IS NOT NULL THEN
    INSERT INTO commands (stream_type, stream_id, command_id, fingerprint, outcome)
    VALUES (to_type, to_id, command_id, fingerprint,
            jsonb_build_object('type', 'accepted', 'fromVersion', version - 1, 'version', version, 'position', last_position));
  END IF;
END $$;

REVOKE ALL ON FUNCTION append_event FROM PUBLIC;
GRANT EXECUTE ON FUNCTION append_event TO hindsight_app;
