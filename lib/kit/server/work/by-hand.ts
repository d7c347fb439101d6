import type { Sql } from '../postgres/sql'

/** Lets what was parked in a queue, or one piece of work whatever it waits for, be tried at once and as often as anew. How many. */
export const retryNow = async (sql: Sql, queue: string, id?: string): Promise<number> => {
  const { rowCount } = await sql.query(
    `UPDATE waiting_work SET parked_at = NULL, attempts = 0, due_at = now()
     WHERE queue = $1 AND CASE WHEN $2::text IS NULL THEN parked_at IS NOT NULL ELSE id = $2 END`,
    [queue, id ?? null],
  )
  return rowCount ?? 0
}

/** Gives work up for good: it is never done. False when it didn't wait. */
export const forget = async (sql: Sql, queue: string, id: string): Promise<boolean> => {
  const { rowCount } = await sql.query('DELETE FROM waiting_work WHERE queue = $1 AND id = $2', [queue, id])
  return rowCount === 1
}
