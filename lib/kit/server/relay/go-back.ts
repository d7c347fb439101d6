import type { Sql } from '../postgres/sql'
import { followerOf } from './target'

/**
 * Lets a target be sent again all that comes after a position, also what waits for it. False where it hasn't come as far, and
 * nothing is changed.
 */
export const goBack = async (sql: Sql, name: string, position: number): Promise<boolean> => {
  const { rowCount } = await sql.query(
    `WITH moved AS (
       UPDATE subscriptions SET position = $2, updated_at = now() WHERE name = $1 AND position > $2 RETURNING name
     ), gone AS (
       DELETE FROM waiting_work USING moved WHERE queue = $1 AND waiting_work.position > $2
     )
     SELECT FROM moved`,
    [followerOf(name), position],
  )
  return rowCount !== 0
}
