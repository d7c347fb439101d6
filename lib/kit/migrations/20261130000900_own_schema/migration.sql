-- The app logs in by a role of its own. Read models stand in a schema that is the app's, so that it can put one table in
-- another's place; nothing else is its own.
REVOKE CREATE ON SCHEMA public FROM PUBLIC;

CREATE SCHEMA read_models AUTHORIZATION hindsight_app;
-- Where they are built anew.
CREATE SCHEMA read_models_build AUTHORIZATION hindsight_app;

-- A snapshot says which event it was made up to, and is signed by who made it; the others are made anew.
DELETE FROM snapshots;
ALTER TABLE snapshots ADD COLUMN hash bytea NOT NULL, ADD COLUMN signature bytea NOT NULL;
GRANT UPDATE ON snapshots TO hindsight_app;
