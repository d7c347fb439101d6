-- What is kept for a time only: what commands were answered that wrote nothing.


CREATE INDEX commands_without_events_idx ON commands (recorded_at)
  WHERE outcome ->> 'type' <> 'accepted' OR outcome ->> 'fromVersion' = outcome ->> 'version';

-- Forgets up to so many answers whose time is over: 35 days, longer than a browser keeps what it has yet to send (30).
-- What wrote events is answered the same for ever. The app may not delete from the table; this is all that it may forget.
CREATE FUNCTION forget_answers(most integer) RETURNS bigint
LANGUAGE sql
SECURITY DEFINER
SET search_path = public, pg_temp
AS $$
  WITH expired AS (
    SELECT c.ctid FROM commands c
    WHERE (c.outcome ->> 'type' <> 'accepted' OR c.outcome ->> 'fromVersion' = c.outcome ->> 'version')
      AND c.recorded_at < now() - interval '35 days'
    ORDER BY c.recorded_at
    LIMIT most
  ), forgotten AS (
    DELETE FROM commands c USING expired WHERE c.ctid = expired.ctid RETURNING 1
  )
  SELECT count(*) FROM forgotten
$$;
REVOKE ALL ON FUNCTION forget_answers(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION forget_answers(integer) TO hindsight_app;
