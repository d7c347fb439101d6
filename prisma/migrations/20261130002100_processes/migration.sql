-- From where on and up to where in the log a process has decided about what it was given: nothing of that is given to it again, whatever becomes of its
-- checkpoint. An input that led to nothing leaves no other trace.
CREATE TABLE processes (
  name          text PRIMARY KEY,
  decided_from  bigint NOT NULL,
  decided_up_to bigint NOT NULL
);

GRANT SELECT, INSERT, UPDATE ON processes TO hindsight_app;
