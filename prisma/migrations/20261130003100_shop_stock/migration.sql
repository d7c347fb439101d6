-- What there is of each product that was ever counted.
CREATE TABLE read_models.stock (
  product_id text PRIMARY KEY,
  is_counted boolean NOT NULL,
  on_hand    integer NOT NULL,
  reserved   integer NOT NULL,
  version    integer NOT NULL
);
ALTER TABLE read_models.stock OWNER TO hindsight_app;
