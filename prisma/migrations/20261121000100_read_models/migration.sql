-- What is derived from the log: all of it can be dropped and rebuilt.

CREATE TABLE checkpoints (
  name       text PRIMARY KEY,
  position   bigint NOT NULL,
  updated_at timestamptz(3) NOT NULL
);

CREATE TABLE carts (
  cart_id          text PRIMARY KEY,
  customer_id      text NOT NULL,
  status           text NOT NULL,
  item_count       integer NOT NULL,
  total_amount     bigint NOT NULL,
  currency         text NOT NULL,
  version          integer NOT NULL,
  state            jsonb NOT NULL,
  created_position bigint NOT NULL,
  created_at       timestamptz(3) NOT NULL,
  updated_at       timestamptz(3) NOT NULL
);
CREATE UNIQUE INDEX carts_created_position_key ON carts (created_position);
CREATE INDEX carts_customer_id_created_position_idx ON carts (customer_id, created_position);
CREATE INDEX carts_status_created_position_idx ON carts (status, created_position);

CREATE TABLE products (
  product_id    text PRIMARY KEY,
  name          text NOT NULL,
  description   text NOT NULL,
  category      text NOT NULL,
  price_amount  integer NOT NULL,
  currency      text NOT NULL,
  has_picture   boolean NOT NULL,
  list_position bigint NOT NULL
);
CREATE UNIQUE INDEX products_list_position_key ON products (list_position);

GRANT SELECT, INSERT, UPDATE, DELETE ON checkpoints, carts, products TO hindsight_app;
