-- Every node remembers who sent which cookie or key. Whatever ends or changes that is told to all of them, with the id of
-- the person, when it is committed. What only goes on (a session that is extended, a key that was used) is told to nobody,
-- and neither is the end of what had ended by itself.
CREATE FUNCTION auth_user_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('people_changed', OLD.id);
  RETURN NULL;
END $$;

CREATE FUNCTION auth_session_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('people_changed', OLD.user_id);
  RETURN NULL;
END $$;

CREATE FUNCTION auth_key_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('people_changed', OLD.reference_id);
  RETURN NULL;
END $$;

CREATE FUNCTION auth_anybody_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('people_changed', '');
  RETURN NULL;
END $$;

CREATE TRIGGER told_when_changed AFTER UPDATE ON auth_users FOR EACH ROW
  WHEN ((OLD.id, OLD.name, OLD.email, OLD.role, OLD.is_anonymous)
    IS DISTINCT FROM (NEW.id, NEW.name, NEW.email, NEW.role, NEW.is_anonymous))
  EXECUTE FUNCTION auth_user_changed();
CREATE TRIGGER told_when_deleted AFTER DELETE ON auth_users FOR EACH ROW EXECUTE FUNCTION auth_user_changed();

CREATE TRIGGER told_when_changed AFTER UPDATE ON auth_sessions FOR EACH ROW
  WHEN ((OLD.id, OLD.token, OLD.user_id) IS DISTINCT FROM (NEW.id, NEW.token, NEW.user_id) OR NEW.expires_at < OLD.expires_at)
  EXECUTE FUNCTION auth_session_changed();
CREATE TRIGGER told_when_deleted AFTER DELETE ON auth_sessions FOR EACH ROW
  WHEN (OLD.expires_at > now())
  EXECUTE FUNCTION auth_session_changed();

CREATE TRIGGER told_when_changed AFTER UPDATE ON auth_api_keys FOR EACH ROW
  WHEN ((OLD.id, OLD.key, OLD.reference_id, OLD.enabled, OLD.expires_at, OLD.rate_limit_enabled, OLD.rate_limit_max)
    IS DISTINCT FROM (NEW.id, NEW.key, NEW.reference_id, NEW.enabled, NEW.expires_at, NEW.rate_limit_enabled, NEW.rate_limit_max))
  EXECUTE FUNCTION auth_key_changed();
CREATE TRIGGER told_when_deleted AFTER DELETE ON auth_api_keys FOR EACH ROW EXECUTE FUNCTION auth_key_changed();

CREATE TRIGGER told_when_emptied AFTER TRUNCATE ON auth_users EXECUTE FUNCTION auth_anybody_changed();
CREATE TRIGGER told_when_emptied AFTER TRUNCATE ON auth_sessions EXECUTE FUNCTION auth_anybody_changed();
CREATE TRIGGER told_when_emptied AFTER TRUNCATE ON auth_api_keys EXECUTE FUNCTION auth_anybody_changed();
