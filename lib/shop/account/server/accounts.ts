import type { Sql } from '../../../kit/server/postgres/sql'
import type { AccountStatus } from '../state'
import type { AccountSummary } from '../wire/account-summary'

interface Row {
  readonly account_id: string
  readonly owner: string
  readonly currency: string
  readonly balance: string
  readonly transactions: number
  readonly status: AccountStatus
  readonly opened_position: string
  readonly opened_at: Date
  readonly last_activity_at: Date
}

export interface AccountSearch {
  /** Only this customer's. */
  readonly owner?: string | undefined
  /** Only those opened before this place in the log. */
  readonly before?: number | undefined
  readonly limit: number
}

export interface AccountPage {
  readonly accounts: readonly AccountSummary[]
  /** Ask again with this as `before`; null when there are no more. */
  readonly next: number | null
}

/** The accounts, those opened last first. */
export const listAccounts = async (
  sql: Sql,
  { owner, before, limit }: AccountSearch,
): Promise<AccountPage> => {
  const ofAll = owner === undefined
  const { rows } = await sql.query<Row>({
    // Of one and of all are planned apart: each has an index of its own.
    name: ofAll ? 'list_accounts' : 'list_accounts_of',
    text: `SELECT * FROM account_summary
           WHERE ($1::bigint IS NULL OR opened_position < $1) ${ofAll ? '' : 'AND owner = $3'}
           ORDER BY opened_position DESC LIMIT $2`,
    values: [before, limit + 1, ...(ofAll ? [] : [owner])],
  })
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    accounts: page.map(toSummary),
    next: rows.length > limit && last ? Number(last.opened_position) : null,
  }
}

const toSummary = (row: Row): AccountSummary => ({
  accountId: row.account_id,
  owner: row.owner,
  balance: { amount: Number(row.balance), currency: row.currency },
  transactions: row.transactions,
  status: row.status,
  openedAt: row.opened_at.toISOString(),
  lastActivityAt: row.last_activity_at.toISOString(),
})
