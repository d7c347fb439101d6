import type { Sql } from '../postgres/sql'

/**
 * To be said before a transaction takes the appends' lock: every append waits for it from then on, so that
 * Postgres ends it when its client freezes.
 */
export const holdBriefly = async (sql: Sql): Promise<void> => {
  await sql.query("SET LOCAL idle_in_transaction_session_timeout TO '2s'")
}
