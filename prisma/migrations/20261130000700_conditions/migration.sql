-- What a condition says is the same whether streams are archived or not, is found by indexes however long the log
-- is, and each of its queries may begin elsewhere; an append of no events is a check; events tell when they were recorded.

-- Of each archived stream every kind of event it has, with the highest position: all that a condition can ask for.
CREATE TABLE archived_kinds (
  stream_type   text NOT NULL,
  stream_id     text NOT NULL,
  type          text NOT NULL,
  tags          text[] NOT NULL,
  last_position bigint NOT NULL,
  FOREIGN KEY (stream_type, stream_id) REFERENCES archived_streams ON DELETE CASCADE
);
CREATE INDEX archived_kinds_stream_idx ON archived_kinds (stream_type, stream_id);
CREATE INDEX archived_kinds_type_idx ON archived_kinds (type, last_position);
CREATE INDEX archived_kinds_tags_idx ON archived_kinds USING gin (tags) WHERE tags <> '{}';

-- A tombstone from before has no kinds: until it is made anew, conditions go by all of its types and tags together.
ALTER TABLE archived_streams
  ADD COLUMN has_kinds         boolean NOT NULL DEFAULT false,
  ADD COLUMN event_ids         uuid[] NOT NULL DEFAULT '{}',
  ADD COLUMN first_occurred_at timestamptz(3) NOT NULL DEFAULT '-infinity',
  ADD COLUMN last_occurred_at  timestamptz(3) NOT NULL DEFAULT 'infinity';
CREATE INDEX archived_streams_without_kinds_idx ON archived_streams (last_position) WHERE NOT has_kinds;
CREATE INDEX archived_streams_event_ids_idx ON archived_streams USING gin (event_ids);

-- Small, and appends hardly notice it.
CREATE INDEX events_occurred_at_idx ON events USING brin (occurred_at);

-- Only whole streams go, and only those whose tombstone says of them what they are. What conditions and filters ask for
-- is taken from the rows themselves.
CREATE OR REPLACE FUNCTION refuse_unarchived_removal() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER
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

  INSERT INTO archived_kinds (stream_type, stream_id, type, tags, last_position)
  SELECT stream_type, stream_id, type, tags, max(position) FROM removed GROUP BY stream_type, stream_id, type, tags;
  UPDATE archived_streams s
  SET has_kinds = true, event_ids = r.event_ids, first_occurred_at = r.first, last_occurred_at = r.last
  FROM (SELECT stream_type, stream_id, array_agg(event_id ORDER BY version) AS event_ids,
               min(occurred_at) AS first, max(occurred_at) AS last
        FROM removed GROUP BY stream_type, stream_id) r
  WHERE s.stream_type = r.stream_type AND s.stream_id = r.stream_id;
  RETURN NULL;
END $$;

-- The position of the newest event after a position that has one of the types and all of the tags (NULL, and no tags:
-- any); NULL when there is none. `head` is the log's last position.
--
-- Each look is such that one index serves it, whatever the planner takes the tables to hold: what is asked by type goes by
-- (type, position). What is asked by tags looks at the last few events, where those of a frequent tag are found, and goes
-- by tags for the rest, of which there are few then. An index that isn't meant is kept out by `+ 0`.
CREATE FUNCTION newest_match(types text[], tags text[], after bigint, head bigint) RETURNS bigint
LANGUAGE plpgsql STABLE
SET search_path = public, pg_temp
SET plan_cache_mode = force_generic_plan
SET enable_seqscan = off
AS $$
#variable_conflict use_variable
DECLARE
  recent bigint := greatest(after, head - 500);
  live bigint;
  archived bigint;
BEGIN
  IF types IS NULL AND coalesce(tags, '{}') = '{}' THEN
    RETURN CASE WHEN head > after THEN head END;
  ELSIF coalesce(tags, '{}') = '{}' THEN
    SELECT max(newest.position) INTO live FROM unnest(types) AS asked(type), LATERAL (
      SELECT e.position FROM events e
      WHERE (e.type, e.position) > (asked.type, after) AND (e.type, e.position) <= (asked.type, head)
      ORDER BY e.type DESC, e.position DESC LIMIT 1) AS newest;
    SELECT max(newest.last_position) INTO archived FROM unnest(types) AS asked(type), LATERAL (
      SELECT k.last_position FROM archived_kinds k
      WHERE (k.type, k.last_position) > (asked.type, after) AND (k.type, k.last_position) <= (asked.type, head)
      ORDER BY k.type DESC, k.last_position DESC LIMIT 1) AS newest;
  ELSE
    SELECT e.position INTO live FROM events e
    WHERE e.position > recent AND e.tags @> tags AND (types IS NULL OR e.type = ANY (types))
    ORDER BY e.position DESC LIMIT 1;
    IF live IS NULL AND recent > after THEN
      SELECT max(e.position + 0) INTO live FROM events e
      WHERE e.tags <> '{}' AND e.tags @> tags AND e.position + 0 > after AND (types IS NULL OR e.type = ANY (types));
    END IF;
    SELECT max(k.last_position + 0) INTO archived FROM archived_kinds k
    WHERE k.tags <> '{}' AND k.tags @> tags AND k.last_position + 0 > after AND (types IS NULL OR k.type = ANY (types));
  END IF;
  RETURN greatest(live, archived, (
    SELECT max(s.last_position) FROM archived_streams s
    WHERE NOT s.has_kinds AND s.last_position > after
      AND (types IS NULL OR s.types && types) AND (tags IS NULL OR s.tags @> tags)));
END $$;

-- Appends to streams; answers a row for each, in their order. Arrays with one entry for each append:
--
--   expected    the version the stream must be at; 0: it must be new, -1: it must exist, NULL: any
--   follows     which append of this call (from 1) came before it on the same stream; 0: none
--   command_id  makes it happen once; not twice in one call. NULL: none
--   events      how many of the events that follow are its own; 0: it only checks
--   fingerprint (the last argument) a keyed hash of what the command asks for. NULL: not known
--
-- then with one entry for each event, all appends' events one after another. `contents` are their SHA-256, end to end.
--
--   outcome: written   - version and last_position are the stream's new head; of a check the stream's version, and
--                        where the log ended
--            conflict  - version is the stream's actual one
--            duplicate - the command id was answered before: that answer stands in command_outcome
--            reused    - the command id was answered before, but for another fingerprint
--            archived  - the stream stands in cold storage; a check is judged by its tombstone
--            refused   - would have been written, but not all of them could be, and `together` was asked for
--            outdated  - the condition doesn't hold: last_position is that of the newest event that came between
--
-- previous_hash is the one that the append's first event was chained to, recorded_at when all of them were recorded.
--
-- Each append is judged by itself unless they go `together`: then all are written or none. A condition
-- [{ types?, tags?, after? }] holds while no event after its `after` (else `condition_after`, else 0) has one of the
-- types and all of the tags. Without any append it is answered by a row when it doesn't hold, and by none when it does.
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
) RETURNS TABLE (
  outcome text, version integer, last_position bigint, command_outcome jsonb, previous_hash bytea, recorded_at timestamptz
)
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
  is_archived boolean;
  verdict text;
  base bigint;
  newest bigint;
  moment timestamptz(3);
  nth integer := 0;
  refusals integer := 0;
  commanded boolean := false;
  heads integer[] := '{}';
  chains bytea[] := '{}';
  archives boolean[] := '{}';
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
    SELECT max(newest_match(q.types, q.tags, coalesce(q.after, condition_after, 0), base)) INTO clash
    FROM jsonb_to_recordset(condition) AS q(types text[], tags text[], after bigint);
    IF clash IS NOT NULL AND cardinality(expected) = 0 THEN
      RETURN QUERY SELECT 'outdated', NULL::integer, clash, NULL::jsonb, NULL::bytea, NULL::timestamptz;
      RETURN;
    END IF;
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
      is_archived := archives[a.follows];
    ELSE
      head := coalesce(a.head, a.archived, 0);
      chain := a.hash;
      is_archived := a.archived IS NOT NULL;
    END IF;
    previous := previous || chain;
    verdict := CASE
      WHEN a.answered IS NOT NULL AND a.reused THEN 'reused'
      WHEN a.answered IS NOT NULL THEN 'duplicate'
      WHEN is_archived AND a.events > 0 THEN 'archived'
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
    archives := archives || is_archived;
    lasts := lasts || CASE verdict WHEN 'written' THEN newest WHEN 'outdated' THEN clash END;
    outcomes := outcomes || a.answered;
  END LOOP;

  IF refusals > 0 AND together THEN
    RETURN QUERY
      SELECT CASE r.verdict WHEN 'written' THEN 'refused' ELSE r.verdict END, r.head, r.last, r.answered, NULL::bytea,
             NULL::timestamptz
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
    SELECT r.verdict, r.head, r.last, r.answered, r.previous, CASE r.verdict WHEN 'written' THEN moment END
    FROM unnest(verdicts, heads, lasts, outcomes, previous) AS r(verdict, head, last, answered, previous);
END $$;

REVOKE ALL ON FUNCTION newest_match, append_events FROM PUBLIC;
GRANT EXECUTE ON FUNCTION append_events TO hindsight_app;
