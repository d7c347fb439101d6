-- The app logs in by a role of its own. Read models stand in a schema that is the app's, so that it can put one table in
-- another's place; nothing else is its own.
REVOKE CREATE ON SCHEMA public FROM PUBLIC;

CREATE SCHEMA read_models AUTHORIZATION hindsight_app;
-- Where they are built anew.
CREATE SCHEMA read_models_build AUTHORIZATION hindsight_app;

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['carts', 'customers', 'customer_spend', 'product_demand', 'sales_by_day', 'products', 'cart_terms', 'cart_texts'] LOOP
    EXECUTE format('ALTER TABLE public.%I SET SCHEMA read_models', name);
    EXECUTE format('ALTER TABLE read_models.%I OWNER TO hindsight_app', name);
  END LOOP;
  -- Of rebuilds that were broken off.
  FOR name IN SELECT nspname FROM pg_namespace WHERE nspname LIKE 'rebuild\_%' LOOP
    EXECUTE format('DROP SCHEMA %I CASCADE', name);
  END LOOP;
END $$;

-- What the database knows of the shop's secret is not the app's to change.
REVOKE ALL ON settings FROM hindsight_app;

-- A snapshot says which event it was made up to, and is signed by who made it; the others are made anew.
DELETE FROM snapshots;
ALTER TABLE snapshots ADD COLUMN hash bytea NOT NULL, ADD COLUMN signature bytea NOT NULL;
GRANT UPDATE ON snapshots TO hindsight_app;
