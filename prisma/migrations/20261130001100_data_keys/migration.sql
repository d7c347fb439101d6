-- What personal fields in the log are sealed with: a key for each person and kind, wrapped by the master key, which stands in no
-- database. A row that is gone takes with it what was sealed, in every copy of the log. The app can add keys and read them; it can neither
-- change nor delete one.
CREATE TABLE data_keys (
  id         uuid PRIMARY KEY,
  person     text NOT NULL,
  kind       text NOT NULL CHECK (kind IN ('profile', 'accounting')),
  wrapped    bytea NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  UNIQUE (person, kind)
);
GRANT SELECT, INSERT ON data_keys TO hindsight_app;
