-- Who may do what: better-auth's tables, and what the shop made for itself.

CREATE TABLE settings (
  key   text PRIMARY KEY,
  value text NOT NULL
);

CREATE TABLE auth_users (
  id             text PRIMARY KEY,
  name           text NOT NULL,
  email          text NOT NULL,
  email_verified boolean NOT NULL DEFAULT false,
  image          text,
  is_anonymous   boolean DEFAULT false,
  role           text NOT NULL DEFAULT 'shopper',
  created_at     timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at     timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE UNIQUE INDEX auth_users_email_key ON auth_users (email);

CREATE TABLE auth_sessions (
  id              text PRIMARY KEY,
  token           text NOT NULL,
  user_id         text NOT NULL REFERENCES auth_users (id) ON DELETE CASCADE ON UPDATE CASCADE,
  ip_address      text,
  user_agent      text,
  expires_at      timestamptz(3) NOT NULL,
  created_at      timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at      timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE UNIQUE INDEX auth_sessions_token_key ON auth_sessions (token);
CREATE INDEX auth_sessions_user_id_idx ON auth_sessions (user_id);

CREATE TABLE auth_accounts (
  id                       text PRIMARY KEY,
  account_id               text NOT NULL,
  provider_id              text NOT NULL,
  user_id                  text NOT NULL REFERENCES auth_users (id) ON DELETE CASCADE ON UPDATE CASCADE,
  access_token             text,
  refresh_token            text,
  id_token                 text,
  access_token_expires_at  timestamptz(3),
  refresh_token_expires_at timestamptz(3),
  scope                    text,
  password                 text,
  created_at               timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at               timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX auth_accounts_user_id_idx ON auth_accounts (user_id);

CREATE TABLE auth_verifications (
  id         text PRIMARY KEY,
  identifier text NOT NULL,
  value      text NOT NULL,
  expires_at timestamptz(3) NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX auth_verifications_identifier_idx ON auth_verifications (identifier);

CREATE TABLE auth_api_keys (
  id                     text PRIMARY KEY,
  config_id              text NOT NULL DEFAULT 'default',
  name                   text,
  start                  text,
  prefix                 text,
  key                    text NOT NULL,
  reference_id           text NOT NULL,
  refill_interval        integer,
  refill_amount          integer,
  last_refill_at         timestamptz(3),
  enabled                boolean DEFAULT true,
  rate_limit_enabled     boolean DEFAULT true,
  rate_limit_time_window integer,
  rate_limit_max         integer,
  request_count          integer DEFAULT 0,
  remaining              integer,
  last_request           timestamptz(3),
  expires_at             timestamptz(3),
  created_at             timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at             timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  permissions            text,
  metadata               text
);
CREATE INDEX auth_api_keys_key_idx ON auth_api_keys (key);
CREATE INDEX auth_api_keys_reference_id_idx ON auth_api_keys (reference_id);

GRANT SELECT, INSERT, UPDATE, DELETE
  ON settings, auth_users, auth_sessions, auth_accounts, auth_verifications, auth_api_keys TO hindsight_app;
