-- One way in of each kind for each person: two sign-ups of one guest at once made two, of which the newer one has the address.
DELETE FROM auth_accounts old USING auth_accounts newer
WHERE old.user_id = newer.user_id AND old.provider_id = newer.provider_id
  AND (old.created_at, old.id) < (newer.created_at, newer.id);
CREATE UNIQUE INDEX auth_accounts_user_id_provider_id_key ON auth_accounts (user_id, provider_id);
CREATE UNIQUE INDEX auth_accounts_provider_id_account_id_key ON auth_accounts (provider_id, account_id);
