-- A command id that comes again with another payload is told apart from one that is sent again.

-- A keyed hash of what the command asked for: 4 bytes that tell the key, then the hash. NULL for commands that were
-- answered before it was kept.
ALTER TABLE commands ADD COLUMN fingerprint bytea CHECK (octet_length(fingerprint) = 36);

-- Were these made of different payloads? What one side doesn't know, or another key made, can't be told.
CREATE FUNCTION is_other_fingerprint(kept bytea, given bytea) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN coalesce(kept <> given AND substring(kept FROM 1 FOR 4) = substring(given FROM 1 FOR 4), false);

-- Appends to streams; answers a row for each, in their order. Arrays with one entry for each append:
--
--   expected    the version the stream must be at; 0: it must be new, -1: it must exist, NULL: any
--   follows     which append of this call (from 1) came before it on the same stream; 0: none
--   command_id  makes it happen once; not twice in one call. NULL: none
--   events      how many of the events that follow are its own
--   fingerprint (the last argument) a keyed hash of what the command asks for. NULL: not known
--
-- then with one entry for each event, all appends' events one after another. `contents` are their SHA-256, end to end.
--
--   outcome: written   - version and last_position are the stream's new head
--            conflict  - version is the stream's actual one
--            duplicate - the command id was answered before: that answer stands in command_outcome
--            reused    - the command id was answered before, but for another fingerprint
--            archived  - the stream stands in cold storage
--            refused   - would have been written, but not all of them could be, and `together` was asked for
--            outdated  - the condition doesn't hold: last_position is that of the newest event that came between
--
-- previous_hash is the one that the append's first event was chained to.
--
-- Each append is judged by itself unless they go `together`: then all are written or none. A condition
-- [{ types?, tags? }] holds while no event after `condition_after` has one of the types and all of the tags.
--
-- One transaction-scoped lock for all appends makes positions visible in their order (nobody who has read up
-- to N will ever find one below N), and lets them be numbered without gaps. The lock comes first, in a
-- statement of its own: a statement's snapshot predates a lock taken within it.
DROP FUNCTION append_events;
CREATE FUNCTION append_events(
  together boolean, condition_after bigint, condition jsonb,
  expected integer[], follows integer[], command_id uuid[], events integer[], to_type text[], to_id text[],
  stream_type text[], stream_id text[], event_id uuid[], type text[], schema_version integer[],
  data jsonb[], metadata jsonb[], tags text[], occurred_at timestamptz[], contents bytea,
  fingerprint bytea[] DEFAULT NULL
) RETURNS TABLE (outcome text, version integer, last_position bigint, command_outcome jsonb, previous_hash bytea)
LANGUAGE plpgsql
SECURITY DEFINER
SET search_path = public, pg_temp
SET plan_cache_mode = force_generic_plan
-- The plan is made once, perhaps over empty tables, and has to serve full ones.
SET enable_seqscan = off
SET enable_hashjoin = off
SET enable_mergejoin = off
AS $$
#variable_conflict use_column
DECLARE
  a record;
  clash bigint;
  head integer;
  chain bytea;
  verdict text;
  base bigint;
  newest bigint;
  moment timestamptz;
  nth integer := 0;
  refusals integer := 0;
  commanded boolean := false;
  heads integer[] := '{}';
  chains bytea[] := '{}';
  previous bytea[] := '{}';
  verdicts text[] := '{}';
  lasts bigint[] := '{}';
  outcomes jsonb[] := '{}';
  versions integer[] := '{}';
  positions bigint[] := '{}';
  hashes bytea[] := '{}';
BEGIN
  PERFORM pg_advisory_xact_lock(4983204512);
  SELECT h.position, greatest(h.recorded_at, clock_timestamp()) INTO base, moment FROM log_head h;
  newest := base;

  IF condition IS NOT NULL THEN
    SELECT greatest(
      (SELECT max(e.position) FROM events e WHERE e.position > condition_after AND EXISTS (
         SELECT FROM jsonb_to_recordset(condition) AS q(types text[], tags text[])
         WHERE (q.types IS NULL OR e.type = ANY (q.types)) AND (q.tags IS NULL OR e.tags @> q.tags))),
      (SELECT max(s.last_position) FROM archived_streams s WHERE s.last_position > condition_after AND EXISTS (
         SELECT FROM jsonb_to_recordset(condition) AS q(types text[], tags text[])
         WHERE (q.types IS NULL OR s.types && q.types) AND (q.tags IS NULL OR s.tags @> q.tags)))) INTO clash;
  END IF;

  FOR a IN
    SELECT i.expected, i.follows, i.command_id, i.events, i.to_type, i.to_id,
           h.version AS head, h.hash, s.version AS archived, c.outcome AS answered,
           is_other_fingerprint(c.fingerprint, i.fingerprint) AS reused
    FROM unnest(expected, follows, command_id, events, to_type, to_id, fingerprint) WITH ORDINALITY
      AS i(expected, follows, command_id, events, to_type, to_id, fingerprint, place)
    LEFT JOIN LATERAL (
      SELECT e.version, e.hash FROM events e
      WHERE e.stream_type = i.to_type AND e.stream_id = i.to_id ORDER BY e.version DESC LIMIT 1
    ) h ON i.follows = 0
    LEFT JOIN archived_streams s
      ON h.version IS NULL AND i.follows = 0 AND s.stream_type = i.to_type AND s.stream_id = i.to_id
    LEFT JOIN commands c
      ON i.command_id IS NOT NULL AND c.stream_type = i.to_type AND c.stream_id = i.to_id AND c.command_id = i.command_id
    ORDER BY i.place
  LOOP
    IF a.follows > 0 THEN
      head := heads[a.follows];
      chain := chains[a.follows];
    ELSE
      head := coalesce(a.head, 0);
      chain := a.hash;
    END IF;
    previous := previous || chain;
    verdict := CASE
      WHEN a.answered IS NOT NULL AND a.reused THEN 'reused'
      WHEN a.answered IS NOT NULL THEN 'duplicate'
      WHEN a.archived IS NOT NULL OR (a.follows > 0 AND verdicts[a.follows] = 'archived') THEN 'archived'
      WHEN a.expected IS NOT NULL AND a.expected <> head AND NOT (a.expected = -1 AND head > 0) THEN 'conflict'
      WHEN clash IS NOT NULL THEN 'outdated'
      ELSE 'written' END;
    FOR i IN 1..a.events LOOP
      IF verdict = 'written' THEN
        head := head + 1;
        newest := newest + 1;
        chain := chain_hash(chain, substring(contents FROM nth * 32 + 1 FOR 32), a.to_type, a.to_id, head);
        versions := versions || head;
        positions := positions || newest;
        hashes := hashes || chain;
      ELSE
        versions := versions || NULL::integer;
        positions := positions || NULL::bigint;
        hashes := hashes || NULL::bytea;
      END IF;
      nth := nth + 1;
    END LOOP;
    IF verdict <> 'written' THEN refusals := refusals + 1; END IF;
    IF a.command_id IS NOT NULL THEN commanded := true; END IF;
    verdicts := verdicts || verdict;
    heads := heads || head;
    chains := chains || chain;
    lasts := lasts || CASE verdict WHEN 'written' THEN newest WHEN 'outdated' THEN clash END;
    outcomes := outcomes || a.answered;
  END LOOP;

  IF refusals > 0 AND together THEN
    RETURN QUERY
      SELECT CASE r.verdict WHEN 'written' THEN 'refused' ELSE r.verdict END, r.head, r.last, r.answered, NULL::bytea
      FROM unnest(verdicts, heads, lasts, outcomes) AS r(verdict, head, last, answered);
    RETURN;
  END IF;

  IF newest > base THEN
    INSERT INTO events (position, event_id, stream_type, stream_id, version, type, schema_version, data, metadata,
                        tags, occurred_at, recorded_at, hash)
    SELECT n.position, n.event_id, n.stream_type, n.stream_id, n.version, n.type, n.schema_version, n.data, n.metadata,
           coalesce(n.tags, '{}')::text[], n.occurred_at, moment, n.hash
    FROM unnest(positions, event_id, stream_type, stream_id, versions, type, schema_version, data, metadata,
                tags, occurred_at, hashes)
      AS n(position, event_id, stream_type, stream_id, version, type, schema_version, data, metadata, tags, occurred_at, hash)
    WHERE n.version IS NOT NULL;
    UPDATE log_head SET position = newest, recorded_at = moment;
    PERFORM pg_notify('events_appended', newest::text);
  END IF;

  IF commanded THEN
    INSERT INTO commands (stream_type, stream_id, command_id, fingerprint, outcome)
    SELECT w.to_type, w.to_id, w.command_id, w.fingerprint,
           jsonb_build_object('type', 'accepted', 'fromVersion', w.head - w.events, 'version', w.head, 'position', w.last)
    FROM unnest(to_type, to_id, command_id, events, verdicts, heads, lasts, fingerprint)
      AS w(to_type, to_id, command_id, events, verdict, head, last, fingerprint)
    WHERE w.verdict = 'written' AND w.command_id IS NOT NULL;
  END IF;

  RETURN QUERY
    SELECT r.verdict, r.head, r.last, r.answered, r.previous
    FROM unnest(verdicts, heads, lasts, outcomes, previous) AS r(verdict, head, last, answered, previous);
END $$;

REVOKE ALL ON FUNCTION append_events FROM PUBLIC;
GRANT EXECUTE ON FUNCTION append_events, is_other_fingerprint TO hindsight_app;
