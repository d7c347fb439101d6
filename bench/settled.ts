import { setTimeout as sleep } from 'node:timers/promises'
import type { Pool } from 'pg'

/** Resolves when every read model has taken in the whole log. */
export const readModelsSettled = async (sql: Pick<Pool, 'query'>): Promise<void> => {
  while (await areBehind(sql)) await sleep(100)
}

const areBehind = async (sql: Pick<Pool, 'query'>): Promise<boolean> => {
  const { rows } = await sql.query<{ behind: boolean }>(
    'SELECT bool_or(s.position < h.position) AS behind FROM subscriptions s, log_head h',
  )
  return rows[0]?.behind ?? false
}
