-- Followers of the log that go on together: their checkpoints move in the statement that writes what they make of the
-- events, all of them or none.

-- Moves partitions of subscriptions from where each stands to one position. Fails with HS001 where one of them doesn't
-- stand there or isn't running, and with it the statement that it is called in. What was parked between has been handled
-- after all.
CREATE FUNCTION advance_subscriptions(names text[], nths integer[], divisions integer[], froms bigint[], upto bigint)
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  standing integer;
BEGIN
  -- In one order, so that two who move some of the same wait for each other and never deadlock.
  PERFORM FROM public.subscriptions s
  JOIN unnest(names, nths, divisions, froms) AS m(name, nth, divided, from_position)
    ON s.name = m.name AND s.partition = m.nth AND s.partitions = m.divided AND s.position = m.from_position
  WHERE s.status = 'running' ORDER BY s.name, s.partition FOR UPDATE OF s;
  GET DIAGNOSTICS standing = ROW_COUNT;
  IF standing <> cardinality(names) THEN
    RAISE EXCEPTION 'A subscription does not stand where it was, or does not run' USING ERRCODE = 'HS001';
  END IF;
  UPDATE public.subscriptions s SET position = upto, updated_at = now()
  FROM unnest(names, nths) AS m(name, nth) WHERE s.name = m.name AND s.partition = m.nth;
  UPDATE public.parked_events p SET resolved_at = now()
  FROM unnest(names, nths, froms) AS m(name, nth, from_position)
  WHERE p.subscription = m.name AND p.partition = m.nth AND p.position > m.from_position AND p.position <= upto
    AND p.resolved_at IS NULL;
END $$;

REVOKE ALL ON FUNCTION advance_subscriptions FROM PUBLIC;
GRANT EXECUTE ON FUNCTION advance_subscriptions TO hindsight_app;
