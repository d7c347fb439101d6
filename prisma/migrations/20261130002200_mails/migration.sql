-- Mails that are to be sent, and for a while those that were. Whether one waits, when it is tried next, and why it was refused,
-- waiting_work says (queue `mail`). Address, subject and what a mail says are sealed with a key made of the application's secret;
-- what it says goes once it is over: it may let somebody into an account.
CREATE TABLE mails (
  id          text PRIMARY KEY,
  nth         bigint GENERATED ALWAYS AS IDENTITY,
  kind        text NOT NULL,
  message_id  text NOT NULL,
  address_key bytea NOT NULL,
  envelope    bytea NOT NULL,
  content     bytea,
  kept_at     timestamptz(3) NOT NULL DEFAULT now(),
  good_until  timestamptz(3),
  -- A server took it, or it was too late to send it.
  outcome     text CHECK (outcome IN ('sent', 'late')),
  outcome_at  timestamptz(3),
  -- What the server said.
  answer      text
);
CREATE UNIQUE INDEX mails_nth_key ON mails (nth);
CREATE INDEX mails_kept_at_idx ON mails (kept_at);
CREATE INDEX mails_address_idx ON mails (address_key, nth);
CREATE INDEX mails_unsent_idx ON mails (good_until) WHERE outcome IS NULL;

GRANT SELECT, INSERT, UPDATE, DELETE ON mails TO hindsight_app;
