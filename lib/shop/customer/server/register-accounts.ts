import type { Log } from '../../../kit/server/log'
import type { Sql } from '../../../kit/server/postgres/sql'
import type { SignUpInLog } from './sign-up-in-log'

interface Account {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly signedUpAt: Date
}

interface Dependencies {
  readonly pool: Sql
  readonly signUpInLog: SignUpInLog
  readonly log: Log
}

/**
 * Writes down of accounts that they signed up, and when, of whom the log doesn't know it: they are from before it did, or a process
 * ended in between. Gives how many were found. The read model that says who is known may be behind: then the log has it already.
 */
export const registerAccounts = async (
  { pool, signUpInLog, log }: Dependencies,
  pageSize: number,
): Promise<number> => {
  let count = 0
  for (let after = ''; ; ) {
    const { rows } = await pool.query<Account>({
      name: 'accounts_not_registered',
      text: `SELECT u.id, u.name, lower(u.email) AS email, min(a.created_at) AS "signedUpAt"
             FROM auth_users u JOIN auth_accounts a ON a.user_id = u.id
             WHERE u.id > $1 AND u.is_anonymous IS NOT TRUE AND u.role = 'shopper'
               AND NOT EXISTS (SELECT FROM customer_profiles p WHERE p.customer_id = u.id AND p.has_account)
             GROUP BY u.id ORDER BY u.id LIMIT $2`,
      values: [after, pageSize],
    })
    for (const account of rows) {
      if ((await signUpInLog(account)) === 'EmailTaken') {
        log.warn({ customerId: account.id }, 'An account has an address that another customer has in the log')
      }
    }
    count += rows.length
    const last = rows.at(-1)
    if (!last || rows.length < pageSize) return count
    after = last.id
  }
}
