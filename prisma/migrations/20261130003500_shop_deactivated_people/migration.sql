-- Who is deactivated is let in nowhere. It follows the log (`sign_ins`); whoever remembers that person is told.
ALTER TABLE auth_users ADD COLUMN is_deactivated boolean NOT NULL DEFAULT false;

DROP TRIGGER told_when_changed ON auth_users;
CREATE TRIGGER told_when_changed AFTER UPDATE ON auth_users FOR EACH ROW
  WHEN ((OLD.id, OLD.name, OLD.email, OLD.role, OLD.is_anonymous, OLD.is_deactivated)
    IS DISTINCT FROM (NEW.id, NEW.name, NEW.email, NEW.role, NEW.is_anonymous, NEW.is_deactivated))
  EXECUTE FUNCTION auth_user_changed();
