-- From now on an account comes to be when the link in a mail to its address is opened. Those from before are taken as they are.
UPDATE auth_users SET email_verified = true
WHERE NOT email_verified AND id IN (SELECT user_id FROM auth_accounts WHERE provider_id = 'credential');
