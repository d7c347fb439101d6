-- What the projections write. All of it is derived from the log: those that are new or another now begin again.

DROP TABLE carts;
CREATE TABLE carts (
  cart_id          text PRIMARY KEY,
  customer_id      text NOT NULL,
  status           text NOT NULL,
  item_count       bigint NOT NULL,
  total_amount     bigint NOT NULL,
  currency         text NOT NULL,
  version          integer NOT NULL,
  created_position bigint NOT NULL,
  created_at       timestamptz(3) NOT NULL,
  updated_at       timestamptz(3) NOT NULL,
  closed_at        timestamptz(3)
);
CREATE UNIQUE INDEX carts_created_position_key ON carts (created_position);
CREATE INDEX carts_customer_id_created_position_idx ON carts (customer_id, created_position);
CREATE INDEX carts_status_created_position_idx ON carts (status, created_position);
DELETE FROM subscriptions WHERE name = 'carts';

CREATE TABLE customers (
  customer_id   text PRIMARY KEY,
  carts         bigint NOT NULL,
  active        bigint NOT NULL,
  checked_out   bigint NOT NULL,
  abandoned     bigint NOT NULL,
  first_seen_at timestamptz(3) NOT NULL,
  last_seen_at  timestamptz(3) NOT NULL
);

CREATE TABLE customer_spend (
  customer_id text NOT NULL,
  currency    text NOT NULL,
  orders      bigint NOT NULL,
  amount      bigint NOT NULL,
  PRIMARY KEY (customer_id, currency)
);

-- How many pieces were put into carts, taken out again, bought, and left standing in abandoned carts.
CREATE TABLE product_demand (
  product_id text PRIMARY KEY,
  added      bigint NOT NULL,
  removed    bigint NOT NULL,
  bought     bigint NOT NULL,
  abandoned  bigint NOT NULL
);

CREATE TABLE sales_by_day (
  day      date NOT NULL,
  currency text NOT NULL,
  orders   bigint NOT NULL,
  items    bigint NOT NULL,
  revenue  bigint NOT NULL,
  PRIMARY KEY (day, currency)
);

GRANT SELECT, INSERT, UPDATE, DELETE ON carts, customers, customer_spend, product_demand, sales_by_day TO hindsight_app;
