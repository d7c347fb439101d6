-- The log, its guard, and the one function that writes to it.

CREATE TABLE events (
  position       bigserial PRIMARY KEY,
  event_id       uuid NOT NULL,
  stream_type    text NOT NULL,
  stream_id      text NOT NULL,
  version        integer NOT NULL CHECK (version > 0),
  type           text NOT NULL,
  schema_version integer NOT NULL,
  data           jsonb NOT NULL,
  metadata       jsonb NOT NULL,
  occurred_at    timestamptz(3) NOT NULL,
  recorded_at    timestamptz(3) NOT NULL DEFAULT clock_timestamp()
);
CREATE UNIQUE INDEX events_event_id_key ON events (event_id);
CREATE UNIQUE INDEX events_stream_type_stream_id_version_key ON events (stream_type, stream_id, version);
CREATE INDEX events_type_position_idx ON events (type, position);

CREATE TABLE commands (
  stream_type text NOT NULL,
  stream_id   text NOT NULL,
  command_id  uuid NOT NULL,
  outcome     jsonb NOT NULL,
  recorded_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (stream_type, stream_id, command_id)
);

CREATE FUNCTION refuse_change_of_log() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The log is append-only: % on % is refused', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'integrity_constraint_violation',
          HINT = 'Append a compensating event instead.';
END $$;

CREATE TRIGGER events_are_append_only
  BEFORE UPDATE OR DELETE OR TRUNCATE ON events
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_log();
-- Also under session_replication_role = replica.
ALTER TABLE events ENABLE ALWAYS TRIGGER events_are_append_only;

-- Appends to one or more streams, each judged by itself; answers a row each, in their order.
--
--   appends: [{ streamType, streamId, expectedVersion | null (any), commandId | null,
--               events: [{ eventId, type, schemaVersion, data, metadata, occurredAt }] }]
--   outcome: written   - version and last_position are the stream's new head
--            conflict  - version is the stream's actual one
--            duplicate - the command id was answered before: that answer stands in command_outcome
--
-- One transaction-scoped lock for all appends makes positions visible in their order (nobody who has
-- read up to N will ever find one below N). The lock comes first, in a statement of its own: a
-- statement's snapshot predates a lock taken within it.
CREATE FUNCTION append_events(appends jsonb)
RETURNS TABLE (outcome text, version integer, last_position bigint, command_outcome jsonb)
LANGUAGE plpgsql
SECURITY DEFINER
SET search_path = public, pg_temp
SET plan_cache_mode = force_generic_plan
AS $$
#variable_conflict use_column
DECLARE
  a record;
  head integer;
  answered jsonb;
  added integer;
  last bigint;
  newest bigint;
BEGIN
  PERFORM pg_advisory_xact_lock(4983204512);
  FOR a IN
    SELECT x."streamType" AS stream_type, x."streamId" AS stream_id, x."expectedVersion" AS expected,
           x."commandId" AS command_id, x.events
    FROM ROWS FROM (jsonb_to_recordset(appends)
      AS ("streamType" text, "streamId" text, "expectedVersion" integer, "commandId" uuid, events jsonb))
      WITH ORDINALITY AS x("streamType", "streamId", "expectedVersion", "commandId", events, ordinal)
    ORDER BY x.ordinal
  LOOP
    IF a.command_id IS NOT NULL THEN
      SELECT c.outcome INTO answered FROM commands c
      WHERE c.stream_type = a.stream_type AND c.stream_id = a.stream_id AND c.command_id = a.command_id;
      IF FOUND THEN
        outcome := 'duplicate'; version := NULL; last_position := NULL; command_outcome := answered;
        RETURN NEXT;
        CONTINUE;
      END IF;
    END IF;

    SELECT coalesce(max(e.version), 0) INTO head FROM events e
    WHERE e.stream_type = a.stream_type AND e.stream_id = a.stream_id;
    IF a.expected IS NOT NULL AND a.expected <> head THEN
      outcome := 'conflict'; version := head; last_position := NULL; command_outcome := NULL;
      RETURN NEXT;
      CONTINUE;
    END IF;

    WITH inserted AS (
      INSERT INTO events (event_id, stream_type, stream_id, version, type, schema_version, data, metadata, occurred_at)
      SELECT n."eventId", a.stream_type, a.stream_id, head + n.ordinal, n.type, n."schemaVersion",
             n.data, n.metadata, n."occurredAt"
      FROM ROWS FROM (jsonb_to_recordset(a.events)
        AS ("eventId" uuid, type text, "schemaVersion" integer, data jsonb, metadata jsonb, "occurredAt" timestamptz))
        WITH ORDINALITY AS n("eventId", type, "schemaVersion", data, metadata, "occurredAt", ordinal)
      ORDER BY n.ordinal
      RETURNING events.position
    )
    SELECT count(*), max(i.position) INTO added, last FROM inserted i;

    IF a.command_id IS NOT NULL THEN
      INSERT INTO commands (stream_type, stream_id, command_id, outcome)
      VALUES (a.stream_type, a.stream_id, a.command_id,
              jsonb_build_object('type', 'accepted', 'fromVersion', head, 'version', head + added,
                                 'position', coalesce(last, 0)));
    END IF;

    newest := greatest(newest, last);
    outcome := 'written'; version := head + added; last_position := last; command_outcome := NULL;
    RETURN NEXT;
  END LOOP;
  IF newest IS NOT NULL THEN
    PERFORM pg_notify('events_appended', newest::text);
  END IF;
END $$;

REVOKE ALL ON FUNCTION append_events(jsonb) FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO hindsight_app;
GRANT SELECT ON events TO hindsight_app;
GRANT EXECUTE ON FUNCTION append_events(jsonb) TO hindsight_app;
GRANT SELECT, INSERT ON commands TO hindsight_app;
