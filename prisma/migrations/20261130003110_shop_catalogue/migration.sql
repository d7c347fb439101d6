-- Products may be withdrawn, and be variants of one thing. What was listed before says neither.
ALTER TABLE read_models.products
  ADD COLUMN product_group text,
  ADD COLUMN is_withdrawn boolean NOT NULL DEFAULT false;
