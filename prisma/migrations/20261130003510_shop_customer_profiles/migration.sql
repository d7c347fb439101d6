-- One row for each customer, to list. Who they are stands sealed in the log, and in what they sign in with; here is neither.
CREATE TABLE read_models.customer_profiles (
  customer_id     text PRIMARY KEY,
  status          text NOT NULL,
  has_account     boolean NOT NULL,
  customer_number text,
  country         text,
  opened_position bigint NOT NULL,
  opened_at       timestamptz(3) NOT NULL,
  version         integer NOT NULL
);
CREATE UNIQUE INDEX customer_profiles_opened_position_key ON read_models.customer_profiles (opened_position);
CREATE INDEX customer_profiles_status_idx ON read_models.customer_profiles (status, opened_position);
CREATE INDEX customer_profiles_number_idx ON read_models.customer_profiles (customer_number);
CREATE INDEX customer_profiles_id_idx ON read_models.customer_profiles (customer_id text_pattern_ops);
ALTER TABLE read_models.customer_profiles OWNER TO hindsight_app;
