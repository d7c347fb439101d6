-- What carts are found by. A cart is named by the position it was created at, the order in which carts are listed:
-- the carts of a term stand in its index as a list of them does, so that the newest of those with several terms are
-- found by walking along.
CREATE TABLE cart_terms (
  term             text COLLATE "C" NOT NULL,
  created_position bigint NOT NULL,
  PRIMARY KEY (term, created_position)
);

-- Every text that events say, once, to find phrases in.
CREATE TABLE cart_texts (
  kind  text COLLATE "C" NOT NULL,
  text  text COLLATE "C" NOT NULL,
  words text[] COLLATE "C" NOT NULL,
  PRIMARY KEY (kind, text)
);
CREATE INDEX cart_texts_words_idx ON cart_texts USING gin (words);

-- The beginnings of ids.
CREATE INDEX carts_cart_id_pattern_idx ON carts (cart_id text_pattern_ops);
CREATE INDEX carts_customer_id_pattern_idx ON carts (customer_id text_pattern_ops);

GRANT SELECT, INSERT, UPDATE, DELETE ON cart_terms, cart_texts TO hindsight_app;
