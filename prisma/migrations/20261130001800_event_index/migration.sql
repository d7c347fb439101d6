-- What is asked of the log by type, tag, story, actor, time and id is found by an index that follows the log, as a read model
-- does: its tables can be filled from the log again, and it may be behind. Whoever reads by it looks through the few events
-- after its checkpoint too. `events` itself keeps two indexes: by position, and by stream and version.

-- Which blocks of 16 positions have events with a key: `event_key()` of a type, tag, story or actor. What is found is always
-- compared with the events themselves: an entry too many (of what was archived, or of another text with the same key) does no
-- harm, one too few would.
CREATE TABLE event_index (
  key   bigint NOT NULL,
  block bigint NOT NULL,
  PRIMARY KEY (key, block)
);
-- Where the event of an id stands.
CREATE TABLE event_ids (
  event_id uuid PRIMARY KEY,
  position bigint NOT NULL
);
-- From when to when the events of each chunk of 1024 positions were recorded, and occurred.
CREATE TABLE event_times (
  chunk             bigint PRIMARY KEY,
  first_recorded_at timestamptz(3) NOT NULL,
  last_recorded_at  timestamptz(3) NOT NULL,
  first_occurred_at timestamptz(3) NOT NULL,
  last_occurred_at  timestamptz(3) NOT NULL
) WITH (fillfactor = 50);
-- Everything up to this position is in it. It serves once it had come to the log's end for the first time; until then the
-- indexes that it takes the place of do.
CREATE TABLE event_index_head (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  position bigint NOT NULL,
  serves   boolean NOT NULL
) WITH (fillfactor = 10);
INSERT INTO event_index_head (position, serves) SELECT h.position, h.position = 0 FROM log_head h;
UPDATE event_index_head SET position = 0;

CREATE FUNCTION event_key(dimension text, value text) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN hashtextextended(dimension || ':' || value, 0);

-- Takes the events of a span into the index; doing it twice is as doing it once.
CREATE FUNCTION index_span(after bigint, up_to bigint) RETURNS void
LANGUAGE sql
SECURITY DEFINER
SET search_path = public, pg_temp
SET enable_seqscan = off
AS $$
  WITH span AS MATERIALIZED (
    SELECT e.position, e.event_id, e.type, e.tags, e.recorded_at, e.occurred_at,
           e.metadata ->> 'correlationId' AS story, e.metadata -> 'actor' ->> 'id' AS actor
    FROM events e WHERE e.position > after AND e.position <= up_to
  ), ids AS (
    INSERT INTO event_ids (event_id, position) SELECT event_id, position FROM span ORDER BY event_id ON CONFLICT DO NOTHING
  ), times AS (
    INSERT INTO event_times AS t
    SELECT (position - 1) / 1024, min(recorded_at), max(recorded_at), min(occurred_at), max(occurred_at)
    FROM span GROUP BY 1 ORDER BY 1
    ON CONFLICT (chunk) DO UPDATE SET
      first_recorded_at = least(t.first_recorded_at, excluded.first_recorded_at),
      last_recorded_at = greatest(t.last_recorded_at, excluded.last_recorded_at),
      first_occurred_at = least(t.first_occurred_at, excluded.first_occurred_at),
      last_occurred_at = greatest(t.last_occurred_at, excluded.last_occurred_at)
  )
  INSERT INTO event_index (key, block)
  SELECT event_key(dimension, value), block FROM (
    SELECT DISTINCT 'type' AS dimension, type AS value, (position - 1) / 16 AS block FROM span
    UNION ALL SELECT DISTINCT 'story', story, (position - 1) / 16 FROM span WHERE story IS NOT NULL
    UNION ALL SELECT DISTINCT 'actor', actor, (position - 1) / 16 FROM span WHERE actor IS NOT NULL
    UNION ALL SELECT DISTINCT 'tag', tag, (position - 1) / 16 FROM span, unnest(tags) AS tag WHERE tags <> '{}'
  ) AS entries
  -- In order, so that two who write the same ones wait for each other and never deadlock.
  ORDER BY 1, 2
  ON CONFLICT DO NOTHING
$$;

-- Brings the index on, up to a position of the log and by so many at most; answers how far it has come. Whoever is at it holds
-- the row of its head, so that the others wait and go on from there.
CREATE FUNCTION index_events(up_to bigint, most integer) RETURNS bigint
LANGUAGE plpgsql
SECURITY DEFINER
SET search_path = public, pg_temp
SET plan_cache_mode = force_generic_plan
AS $$
DECLARE
  reached bigint;
  log_end bigint;
  goal bigint;
BEGIN
  SELECT h.position INTO reached FROM event_index_head h FOR UPDATE;
  SELECT h.position INTO log_end FROM log_head h;
  goal := least(up_to, log_end, reached + most);
  IF goal > reached THEN
    PERFORM index_span(reached, goal);
    UPDATE event_index_head SET position = goal, serves = serves OR goal = log_end;
    RETURN goal;
  END IF;
  UPDATE event_index_head SET serves = true WHERE NOT serves AND reached = log_end;
  RETURN reached;
END $$;

-- Removes one of the indexes that the index has taken the place of, once it serves; answers its name, or NULL when it removed
-- none: `remaining` are still there. It waits for nobody longer than nobody notices, and is to be called again then.
CREATE FUNCTION retire_old_index(OUT serves boolean, OUT remaining integer, OUT retired text)
LANGUAGE plpgsql
SECURITY DEFINER
SET search_path = public, pg_temp
SET lock_timeout = '100ms'
AS $$
DECLARE
  name text;
BEGIN
  SELECT h.serves INTO serves FROM event_index_head h;
  SELECT count(*), min(i.indexname) INTO remaining, name FROM pg_indexes i
  WHERE i.schemaname = 'public' AND i.tablename = 'events' AND i.indexname IN (
    'events_event_id_key', 'events_type_position_idx', 'events_correlation_id_idx', 'events_actor_idx', 'events_tags_idx',
    'events_recorded_at_idx', 'events_occurred_at_idx');
  IF NOT serves OR name IS NULL THEN RETURN; END IF;
  EXECUTE format('DROP INDEX IF EXISTS %I', name);
  retired := name;
  remaining := remaining - 1;
EXCEPTION WHEN lock_not_available OR deadlock_detected THEN
  retired := NULL;
END $$;

-- A database that has no events yet has nothing to fill the index with.
DO $$
BEGIN
  IF (SELECT serves FROM event_index_head) THEN
    DROP INDEX events_event_id_key, events_type_position_idx, events_correlation_id_idx, events_actor_idx, events_tags_idx,
               events_recorded_at_idx, events_occurred_at_idx;
  END IF;
END $$;

-- No two events have one id. Those that the app makes are in order of time (UUIDv7): one above all that the log has is new, and
-- needs no look-up. The log's head knows the highest, and for those that came a little out of order what it was some hundreds of
-- events ago: only what was written since can have such an id.
CREATE FUNCTION is_uuid_v7(id uuid) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN get_byte(uuid_send(id), 6) / 16 = 7;

ALTER TABLE log_head
  ADD COLUMN newest_id     uuid NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000',
  ADD COLUMN mark_position bigint NOT NULL DEFAULT 0,
  ADD COLUMN mark_id       uuid NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000',
  ADD COLUMN next_position bigint NOT NULL DEFAULT 0,
  ADD COLUMN next_id       uuid NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000';
UPDATE log_head SET (newest_id, mark_id, next_id, mark_position, next_position) = (
  SELECT newest.id, newest.id, newest.id, position, position
  FROM (SELECT coalesce((SELECT event_id FROM events WHERE is_uuid_v7(event_id) ORDER BY event_id DESC LIMIT 1),
                        '00000000-0000-0000-0000-000000000000') AS id) AS newest);

-- Refuses the ids of so many events, which aren't all above the log's highest, where another event has one of them. Appends
-- hold their lock.
CREATE FUNCTION refuse_used_ids(ids uuid[], events bigint) RETURNS void
LANGUAGE plpgsql
SET search_path = public, pg_temp
SET enable_hashjoin = on
AS $$
DECLARE
  looked_up_to bigint;
BEGIN
  IF cardinality(ids) < events THEN
    RAISE unique_violation USING MESSAGE = 'Two events have one id', CONSTRAINT = 'events_event_id_key';
  END IF;
  -- Else the unique index does it, which is there until this one serves.
  SELECT h.position INTO looked_up_to FROM event_index_head h WHERE h.serves;
  IF NOT FOUND THEN RETURN; END IF;
  IF (SELECT bool_and(is_uuid_v7(n.id) AND n.id > h.mark_id) FROM unnest(ids) AS n(id), log_head h) THEN
    SELECT h.mark_position INTO looked_up_to FROM log_head h;
  ELSIF EXISTS (SELECT FROM unnest(ids) AS n(id) JOIN event_ids i ON i.event_id = n.id) THEN
    RAISE unique_violation USING MESSAGE = 'An event with this id was written before', CONSTRAINT = 'events_event_id_key';
  END IF;
  IF EXISTS (SELECT FROM events e JOIN unnest(ids) AS n(id) ON n.id = e.event_id WHERE e.position > looked_up_to) THEN
    RAISE unique_violation USING MESSAGE = 'An event with this id was written before', CONSTRAINT = 'events_event_id_key';
  END IF;
END $$;

-- A story and an actor are names; what is longer than an index takes is refused.
CREATE FUNCTION refuse_long_names(metadata jsonb) RETURNS void LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  IF octet_length(metadata ->> 'correlationId') > 2600 OR octet_length(metadata -> 'actor' ->> 'id') > 2600 THEN
    RAISE program_limit_exceeded USING MESSAGE = 'A correlation id or an actor''s id is over 2600 bytes long';
  END IF;
END $$;

-- The newest event after a position, up to the log's head, that has one of the types and all of the tags (NULL, and no tags:
-- any), by the indexes that `events` had before there was one beside it: until that one serves.
CREATE FUNCTION newest_match_of_before(types text[], tags text[], after bigint, head bigint) RETURNS bigint
LANGUAGE plpgsql STABLE
SET search_path = public, pg_temp
SET plan_cache_mode = force_generic_plan
SET enable_seqscan = off
AS $$
#variable_conflict use_variable
DECLARE
  recent bigint := greatest(after, head - 500);
  live bigint;
BEGIN
  IF coalesce(tags, '{}') = '{}' THEN
    SELECT max(newest.position) INTO live FROM unnest(types) AS asked(type), LATERAL (
      SELECT e.position FROM events e
      WHERE (e.type, e.position) > (asked.type, after) AND (e.type, e.position) <= (asked.type, head)
      ORDER BY e.type DESC, e.position DESC LIMIT 1) AS newest;
    RETURN live;
  END IF;
  SELECT e.position INTO live FROM events e
  WHERE e.position > recent AND e.tags @> tags AND (types IS NULL OR e.type = ANY (types))
  ORDER BY e.position DESC LIMIT 1;
  IF live IS NULL AND recent > after THEN
    SELECT max(e.position + 0) INTO live FROM events e
    WHERE e.tags <> '{}' AND e.tags @> tags AND e.position + 0 > after AND (types IS NULL OR e.type = ANY (types));
  END IF;
  RETURN live;
END $$;

-- The same by the index, and by a look through what came after its checkpoint: 10,000 events at most. The blocks of the keys
-- that have fewest are gone through from the newest on, as far as they have all the others too.
CREATE FUNCTION newest_match_by_index(types text[], tags text[], after bigint, head bigint, indexed bigint) RETURNS bigint
LANGUAGE plpgsql STABLE
SET search_path = public, pg_temp
SET plan_cache_mode = force_generic_plan
SET enable_seqscan = off
SET enable_hashjoin = off
SET enable_mergejoin = off
SET enable_sort = off
AS $$
#variable_conflict use_variable
DECLARE
  looked_up_to bigint := greatest(after, indexed);
  type_keys bigint[] := ARRAY(SELECT event_key('type', t.type) FROM unnest(types) AS t(type));
  tag_keys bigint[] := ARRAY(SELECT event_key('tag', t.tag) FROM unnest(tags) AS t(tag));
  walked bigint[] := type_keys;
  fewest bigint;
  many bigint;
  walked_key bigint;
  block_walked bigint;
  found bigint;
  newest bigint;
BEGIN
  IF head - looked_up_to > 10000 THEN
    RAISE EXCEPTION 'The index of the log is % events behind', head - indexed USING ERRCODE = 'HIB01';
  END IF;
  SELECT e.position INTO newest FROM events e
  WHERE e.position > looked_up_to AND e.position <= head
    AND (types IS NULL OR e.type = ANY (types)) AND e.tags @> coalesce(tags, '{}')
  ORDER BY e.position DESC LIMIT 1;
  IF newest IS NOT NULL OR indexed <= after THEN RETURN newest; END IF;

  FOR nth IN 0..cardinality(tag_keys) LOOP
    CONTINUE WHEN nth = 0 AND types IS NULL;
    SELECT coalesce(sum(few.blocks), 0) INTO many
    FROM unnest(CASE nth WHEN 0 THEN type_keys ELSE tag_keys[nth:nth] END) AS k(key), LATERAL (
      SELECT count(*) AS blocks FROM (
        SELECT FROM event_index i WHERE i.key = k.key AND i.block >= after / 16 LIMIT 1000) AS first_ones) AS few;
    IF fewest IS NULL OR many < fewest THEN
      fewest := many;
      walked := CASE nth WHEN 0 THEN type_keys ELSE tag_keys[nth:nth] END;
    END IF;
  END LOOP;

  newest := after;
  FOREACH walked_key IN ARRAY walked LOOP
    FOR block_walked IN
      SELECT i.block FROM event_index i
      WHERE i.key = walked_key AND i.block >= newest / 16 AND i.block <= (indexed - 1) / 16
      ORDER BY i.key DESC, i.block DESC
    LOOP
      CONTINUE WHEN EXISTS (SELECT FROM unnest(tag_keys) AS t(key) WHERE NOT EXISTS (
                        SELECT FROM event_index i WHERE i.key = t.key AND i.block = block_walked))
        OR (types IS NOT NULL AND NOT EXISTS (SELECT FROM unnest(type_keys) AS t(key) JOIN event_index i
                                              ON i.key = t.key AND i.block = block_walked));
      SELECT e.position INTO found FROM events e
      WHERE e.position > greatest(newest, block_walked * 16) AND e.position <= least(indexed, block_walked * 16 + 16)
        AND (types IS NULL OR e.type = ANY (types)) AND e.tags @> coalesce(tags, '{}')
      ORDER BY e.position DESC LIMIT 1;
      IF found IS NOT NULL THEN
        newest := found;
        EXIT;
      END IF;
    END LOOP;
  END LOOP;
  RETURN CASE WHEN newest > after THEN newest END;
END $$;

-- The position of the newest event after a position that has one of the types and all of the tags (NULL, and no tags: any), in
-- the log or in cold storage; NULL when there is none. `head` is the log's last position. An index that isn't meant is kept out
-- by `+ 0`.
CREATE OR REPLACE FUNCTION newest_match(types text[], tags text[], after bigint, head bigint) RETURNS bigint
LANGUAGE plpgsql STABLE
SET search_path = public, pg_temp
SET plan_cache_mode = force_generic_plan
SET enable_seqscan = off
AS $$
#variable_conflict use_variable
DECLARE
  indexed bigint;
  live bigint;
  archived bigint;
BEGIN
  IF types IS NULL AND coalesce(tags, '{}') = '{}' THEN
    RETURN CASE WHEN head > after THEN head END;
  END IF;
  SELECT h.position INTO indexed FROM event_index_head h WHERE h.serves;
  live := CASE WHEN indexed IS NULL THEN newest_match_of_before(types, tags, after, head)
               ELSE newest_match_by_index(types, tags, after, head, indexed) END;
  IF coalesce(tags, '{}') = '{}' THEN
    SELECT max(newest.last_position) INTO archived FROM unnest(types) AS asked(type), LATERAL (
      SELECT k.last_position FROM archived_kinds k
      WHERE (k.type, k.last_position) > (asked.type, after) AND (k.type, k.last_position) <= (asked.type, head)
      ORDER BY k.type DESC, k.last_position DESC LIMIT 1) AS newest;
  ELSE
    SELECT max(k.last_position + 0) INTO archived FROM archived_kinds k
    WHERE k.tags <> '{}' AND k.tags @> tags AND k.last_position + 0 > after AND (types IS NULL OR k.type = ANY (types));
  END IF;
  RETURN greatest(live, archived, (
    SELECT max(s.last_position) FROM archived_streams s
    WHERE NOT s.has_kinds AND s.last_position > after
      AND (types IS NULL OR s.types && types) AND (tags IS NULL OR s.tags @> tags)));
END $$;

-- An append as before, but for two things: an id that another event has is told by refuse_used_ids(), and names that are too
-- long by refuse_long_names(), instead of by the indexes that go.
CREATE OR REPLACE FUNCTION append_events(
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
  ids uuid[];
  are_in_order boolean;
  highest_id uuid;
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
    PERFORM refuse_long_names(n.metadata) FROM unnest(metadata) AS n(metadata) WHERE pg_column_size(n.metadata) > 2600;
    SELECT array_agg(DISTINCT n.event_id), bool_and(is_uuid_v7(n.event_id)) INTO ids, are_in_order
    FROM unnest(event_id, versions) AS n(event_id, version) WHERE n.version IS NOT NULL;
    highest_id := CASE WHEN are_in_order THEN ids[cardinality(ids)]
      ELSE (SELECT n.id FROM unnest(ids) AS n(id) WHERE is_uuid_v7(n.id) ORDER BY n.id DESC LIMIT 1) END;
    IF cardinality(ids) < newest - base OR NOT are_in_order OR ids[1] <= (SELECT h.newest_id FROM log_head h) THEN
      PERFORM refuse_used_ids(ids, newest - base);
    END IF;
    INSERT INTO events (position, event_id, stream_type, stream_id, version, type, schema_version, data, metadata,
                        tags, occurred_at, recorded_at, hash)
    SELECT n.position, n.event_id, n.stream_type, n.stream_id, n.version, n.type, n.schema_version, n.data, n.metadata,
           coalesce(n.tags, '{}')::text[], n.occurred_at, moment, n.hash
    FROM unnest(positions, event_id, stream_type, stream_id, versions, type, schema_version, data, metadata,
                tags, occurred_at, hashes)
      AS n(position, event_id, stream_type, stream_id, version, type, schema_version, data, metadata, tags, occurred_at, hash)
    WHERE n.version IS NOT NULL;
    UPDATE log_head h SET
      position = newest, recorded_at = moment, newest_id = greatest(h.newest_id, highest_id),
      mark_position = CASE WHEN h.position - h.next_position < 256 THEN h.mark_position ELSE h.next_position END,
      mark_id = CASE WHEN h.position - h.next_position < 256 THEN h.mark_id ELSE h.next_id END,
      next_position = CASE WHEN h.position - h.next_position < 256 THEN h.next_position ELSE h.position END,
      next_id = CASE WHEN h.position - h.next_position < 256 THEN h.next_id ELSE h.newest_id END;
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


-- The same for one event.
CREATE OR REPLACE FUNCTION append_event(
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
  newest_id uuid;
  is_in_order boolean;
BEGIN
  -- In a statement of its own: a statement's snapshot predates a lock taken within it.
  PERFORM pg_advisory_xact_lock(4983204512);
  SELECT h.position + 1, h.newest_id, greatest(h.recorded_at, clock_timestamp())::timestamptz(3), coalesce(e.version, s.version, 0), e.hash,
         s.version IS NOT NULL, c.outcome, is_other_fingerprint(c.fingerprint, append_event.fingerprint)
  INTO last_position, newest_id, recorded_at, version, previous_hash, is_archived, command_outcome, is_reused
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

  IF pg_column_size(metadata) > 2600 THEN PERFORM refuse_long_names(metadata); END IF;
  is_in_order := is_uuid_v7(event_id);
  IF NOT is_in_order OR event_id <= newest_id THEN PERFORM refuse_used_ids(ARRAY[event_id], 1); END IF;

  version := version + 1;
  INSERT INTO events (position, event_id, stream_type, stream_id, version, type, schema_version, data, metadata, tags,
                      occurred_at, recorded_at, hash)
  VALUES (last_position, event_id, to_type, to_id, version, type, schema_version, data, metadata, coalesce(tags, '{}'),
          occurred_at, recorded_at, chain_hash(previous_hash, content, to_type, to_id, version));
  UPDATE log_head h SET
    position = last_position, recorded_at = append_event.recorded_at, newest_id = greatest(h.newest_id, CASE WHEN is_in_order THEN event_id END),
    mark_position = CASE WHEN h.position - h.next_position < 256 THEN h.mark_position ELSE h.next_position END,
    mark_id = CASE WHEN h.position - h.next_position < 256 THEN h.mark_id ELSE h.next_id END,
    next_position = CASE WHEN h.position - h.next_position < 256 THEN h.next_position ELSE h.position END,
    next_id = CASE WHEN h.position - h.next_position < 256 THEN h.next_id ELSE h.newest_id END;
  PERFORM pg_notify('events_appended', last_position::text);
  IF command_id IS NOT NULL THEN
    INSERT INTO commands (stream_type, stream_id, command_id, fingerprint, outcome)
    VALUES (to_type, to_id, command_id, fingerprint,
            jsonb_build_object('type', 'accepted', 'fromVersion', version - 1, 'version', version, 'position', last_position));
  END IF;
END $$;

-- As before, and into the index.
CREATE OR REPLACE FUNCTION restore_stream(
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
  -- The index may have passed them while they were away.
  PERFORM index_span(p - 1, p) FROM unnest(positions) AS p;
  DELETE FROM archived_streams s WHERE s.stream_type = to_type AND s.stream_id = to_id;
END $$;

REVOKE ALL ON FUNCTION index_span, index_events, retire_old_index, refuse_used_ids, refuse_long_names, newest_match_of_before,
  newest_match_by_index FROM PUBLIC;
GRANT EXECUTE ON FUNCTION index_span, index_events, retire_old_index TO hindsight_app;
GRANT SELECT ON event_index, event_ids, event_times, event_index_head TO hindsight_app, hindsight_maintenance;
