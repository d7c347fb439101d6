-- Work that could not be done at once, or is not due yet, in queues by name. Rows that are due later cost nothing: what is due is
-- found by the first index, what comes next of each key of a queue that keeps an order by the second.
CREATE TABLE waiting_work (
  queue      text NOT NULL,
  id         text NOT NULL,
  key        text NOT NULL,
  position   bigint NOT NULL,
  payload    jsonb NOT NULL,
  due_at     timestamptz NOT NULL,
  attempts   integer NOT NULL DEFAULT 0,
  error      text,
  parked_at  timestamptz(3),
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (queue, id)
);

CREATE INDEX waiting_work_due ON waiting_work (queue, due_at) WHERE parked_at IS NULL;
CREATE INDEX waiting_work_in_order ON waiting_work (queue, key, position, id);
CREATE INDEX waiting_work_parked ON waiting_work (queue, parked_at) WHERE parked_at IS NOT NULL;

GRANT SELECT, INSERT, UPDATE, DELETE ON waiting_work TO hindsight_app;
