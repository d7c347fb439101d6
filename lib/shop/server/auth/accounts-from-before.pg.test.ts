import { expect, it } from 'vitest'
import { openOldDatabase } from '../../../kit/testing/old-database'

it('the addresses of accounts from before count as proven, and nobody else’s', async () => {
  const database = await openOldDatabase('20261130002200_mails')
  try {
    await database.owner.query(`
      INSERT INTO auth_users (id, name, email, is_anonymous) VALUES
        ('ada', 'Ada', 'ada@example.com', false), ('guest', 'Guest', 'guest@guests.invalid', true);
      INSERT INTO auth_accounts (id, account_id, provider_id, user_id, password)
        VALUES ('a', 'ada', 'credential', 'ada', 'hashed')`)
    await database.migrate()
    const { rows } = await database.owner.query('SELECT id, email_verified FROM auth_users ORDER BY id')
    expect(rows).toEqual([
      { id: 'ada', email_verified: true },
      { id: 'guest', email_verified: false },
    ])
  } finally {
    await database.close()
  }
})
