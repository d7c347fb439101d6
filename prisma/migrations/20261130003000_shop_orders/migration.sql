-- One row for each order, to list; who it goes to stands sealed in the log alone.
CREATE TABLE read_models.orders (
  order_id        text PRIMARY KEY,
  number          text NOT NULL,
  customer_id     text NOT NULL,
  status          text NOT NULL,
  item_count      bigint NOT NULL,
  unshipped       bigint NOT NULL,
  total_amount    bigint NOT NULL,
  outstanding     bigint NOT NULL,
  currency        text NOT NULL,
  version         integer NOT NULL,
  placed_position bigint NOT NULL,
  placed_at       timestamptz(3) NOT NULL,
  updated_at      timestamptz(3) NOT NULL
);
CREATE UNIQUE INDEX orders_placed_position_key ON read_models.orders (placed_position);
CREATE INDEX orders_status_idx ON read_models.orders (status, placed_position);
CREATE INDEX orders_customer_idx ON read_models.orders (customer_id, placed_position);
CREATE INDEX orders_number_idx ON read_models.orders (number);
ALTER TABLE read_models.orders OWNER TO hindsight_app;

-- How many there are of each status: a board of many orders asks for it at each look.
CREATE TABLE read_models.order_counts (
  status text PRIMARY KEY,
  orders bigint NOT NULL
);
ALTER TABLE read_models.order_counts OWNER TO hindsight_app;
