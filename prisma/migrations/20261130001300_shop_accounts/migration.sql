-- What store credit comes to, for each account.
CREATE TABLE read_models.account_balance (
  account_id text PRIMARY KEY,
  owner      text NOT NULL,
  currency   text NOT NULL,
  balance    bigint NOT NULL,
  version    integer NOT NULL
);
CREATE INDEX account_balance_owner_idx ON read_models.account_balance (owner);
ALTER TABLE read_models.account_balance OWNER TO hindsight_app;

CREATE TABLE read_models.account_summary (
  account_id       text PRIMARY KEY,
  owner            text NOT NULL,
  currency         text NOT NULL,
  balance          bigint NOT NULL,
  transactions     integer NOT NULL,
  status           text NOT NULL,
  opened_position  bigint NOT NULL,
  opened_at        timestamptz(3) NOT NULL,
  last_activity_at timestamptz(3) NOT NULL
);
CREATE UNIQUE INDEX account_summary_opened_position_key ON read_models.account_summary (opened_position);
ALTER TABLE read_models.account_summary OWNER TO hindsight_app;
