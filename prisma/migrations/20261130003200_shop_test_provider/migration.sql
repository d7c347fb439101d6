-- The memory of the built-in test provider of payments. It stands for a company of its own: the shop asks it over the payment port,
-- and nothing of it is made of the log. It has no card's number: what it keeps of one is how it behaves, and its last four digits.
CREATE SCHEMA test_provider;

CREATE TABLE test_provider.cards (
  token   text PRIMARY KEY,
  card    jsonb NOT NULL,
  kept_at timestamptz(3) NOT NULL DEFAULT now()
);
CREATE INDEX cards_kept_at_idx ON test_provider.cards (kept_at);

CREATE TABLE test_provider.payments (
  payment_id text PRIMARY KEY,
  payment    jsonb NOT NULL
);

GRANT USAGE ON SCHEMA test_provider TO hindsight_app;
GRANT SELECT, INSERT, DELETE ON test_provider.cards TO hindsight_app;
GRANT SELECT, INSERT, UPDATE ON test_provider.payments TO hindsight_app;
