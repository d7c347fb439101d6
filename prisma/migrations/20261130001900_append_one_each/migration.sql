-- Appends one event to each of many streams, as append_events() does: one statement judges and writes all of them, where that
-- one goes from append to append. Arrays have an entry for each; no stream stands there twice. What isn't plain (ids that need a
-- look-up, names that may be too long) goes to append_events().
CREATE FUNCTION append_one_each(
  expected integer[], command_id uuid[], fingerprint bytea[], to_type text[], to_id text[],
  event_id uuid[], type text[], schema_version integer[], data jsonb[], metadata jsonb[], tags text[], occurred_at timestamptz[],
  contents bytea
) RETURNS TABLE (
  outcome text, version integer, last_position bigint, command_outcome jsonb, previous_hash bytea, recorded_at timestamptz
)
LANGUAGE plpgsql
SECURITY DEFINER
SET search_path = public, pg_temp
SET plan_cache_mode = force_generic_plan
SET enable_seqscan = off
SET enable_hashjoin = off
SET enable_mergejoin = off
AS $$
#variable_conflict use_column
DECLARE
  base bigint;
  moment timestamptz(3);
  newest uuid;
  ids uuid[];
  are_in_order boolean;
  are_long boolean;
  written bigint;
BEGIN
  PERFORM pg_advisory_xact_lock(4983204512);
  SELECT h.position, greatest(h.recorded_at, clock_timestamp()), h.newest_id INTO base, moment, newest FROM log_head h;
  SELECT array_agg(DISTINCT n.event_id), bool_and(is_uuid_v7(n.event_id)), bool_or(pg_column_size(n.metadata) > 2600)
  INTO ids, are_in_order, are_long FROM unnest(event_id, metadata) AS n(event_id, metadata);
  IF are_long OR NOT are_in_order OR cardinality(ids) < cardinality(event_id) OR ids[1] <= newest THEN
    RETURN QUERY SELECT * FROM append_events(false, NULL, NULL, expected, array_fill(0, ARRAY[cardinality(expected)]), command_id,
      array_fill(1, ARRAY[cardinality(expected)]), to_type, to_id, to_type, to_id, event_id, type, schema_version, data, metadata, tags,
      occurred_at, contents, fingerprint);
    RETURN;
  END IF;

  RETURN QUERY
    WITH judged AS (
      SELECT n.*, coalesce(h.version, s.version, 0) AS head, h.hash AS previous, c.outcome AS answered,
             CASE
               WHEN c.outcome IS NOT NULL AND is_other_fingerprint(c.fingerprint, n.fingerprint) THEN 'reused'
               WHEN c.outcome IS NOT NULL THEN 'duplicate'
               WHEN s.version IS NOT NULL THEN 'archived'
               WHEN n.expected IS NOT NULL AND n.expected <> coalesce(h.version, 0)
                    AND NOT (n.expected = -1 AND coalesce(h.version, 0) > 0) THEN 'conflict'
               ELSE 'written' END AS verdict
      FROM unnest(expected, command_id, fingerprint, to_type, to_id, event_id, type, schema_version, data, metadata, tags, occurred_at)
        WITH ORDINALITY AS n(expected, command_id, fingerprint, to_type, to_id, event_id, type, schema_version, data, metadata, tags,
                             occurred_at, place)
      LEFT JOIN LATERAL (
        SELECT e.version, e.hash FROM events e
        WHERE e.stream_type = n.to_type AND e.stream_id = n.to_id ORDER BY e.version DESC LIMIT 1
      ) h ON true
      LEFT JOIN archived_streams s ON h.version IS NULL AND s.stream_type = n.to_type AND s.stream_id = n.to_id
      LEFT JOIN commands c
        ON n.command_id IS NOT NULL AND c.stream_type = n.to_type AND c.stream_id = n.to_id AND c.command_id = n.command_id
    ), numbered AS MATERIALIZED (
      -- In the order of the arrays, which nothing changes: all joins are nested loops.
      SELECT j.*, base + count(*) FILTER (WHERE j.verdict = 'written') OVER (ROWS UNBOUNDED PRECEDING) AS position
      FROM judged j
    ), inserted AS (
      INSERT INTO events (position, event_id, stream_type, stream_id, version, type, schema_version, data, metadata, tags,
                          occurred_at, recorded_at, hash)
      SELECT n.position, n.event_id, n.to_type, n.to_id, n.head + 1, n.type, n.schema_version, n.data, n.metadata,
             coalesce(n.tags, '{}')::text[], n.occurred_at, moment,
             chain_hash(n.previous, substring(contents FROM (n.place::integer - 1) * 32 + 1 FOR 32), n.to_type, n.to_id, n.head + 1)
      FROM numbered n WHERE n.verdict = 'written'
    ), answered AS (
      INSERT INTO commands (stream_type, stream_id, command_id, fingerprint, outcome)
      SELECT n.to_type, n.to_id, n.command_id, n.fingerprint,
             jsonb_build_object('type', 'accepted', 'fromVersion', n.head, 'version', n.head + 1, 'position', n.position)
      FROM numbered n WHERE n.verdict = 'written' AND n.command_id IS NOT NULL
    ), moved AS (
      UPDATE log_head h SET
        position = w.position, recorded_at = moment, newest_id = ids[cardinality(ids)],
        mark_position = CASE WHEN h.position - h.next_position < 256 THEN h.mark_position ELSE h.next_position END,
        mark_id = CASE WHEN h.position - h.next_position < 256 THEN h.mark_id ELSE h.next_id END,
        next_position = CASE WHEN h.position - h.next_position < 256 THEN h.next_position ELSE h.position END,
        next_id = CASE WHEN h.position - h.next_position < 256 THEN h.next_id ELSE h.newest_id END
      FROM (SELECT max(n.position) AS position FROM numbered n) AS w WHERE w.position > h.position
    )
    SELECT n.verdict, CASE n.verdict WHEN 'written' THEN n.head + 1 ELSE n.head END,
           CASE n.verdict WHEN 'written' THEN n.position END, n.answered, n.previous,
           CASE n.verdict WHEN 'written' THEN moment END
    FROM numbered n;
  SELECT h.position INTO written FROM log_head h;
  IF written > base THEN PERFORM pg_notify('events_appended', written::text); END IF;
END $$;

REVOKE ALL ON FUNCTION append_one_each FROM PUBLIC;
GRANT EXECUTE ON FUNCTION append_one_each TO hindsight_app;
