import type { Sql } from '../postgres/sql'
import type { Status } from './progress'

/**
 * Lets a subscription rest, on every node: once this is answered, nothing more is applied in a transaction. False when
 * it didn't run.
 */
export const pauseSubscription = (sql: Sql, name: string): Promise<boolean> =>
  changeStatus(sql, name, ['running'], 'paused')

/**
 * Lets a paused or stopped subscription go on within a second; what stopped it is tried again first. False when it
 * ran.
 */
export const resumeSubscription = (sql: Sql, name: string): Promise<boolean> =>
  changeStatus(sql, name, ['paused', 'stopped'], 'running')

const changeStatus = async (
  sql: Sql,
  name: string,
  from: readonly Status[],
  to: Status,
): Promise<boolean> => {
  const { rowCount } = await sql.query(
    `WITH mine AS (
       SELECT partition FROM subscriptions WHERE name = $1 AND status = ANY ($2) ORDER BY partition FOR UPDATE
     )
     UPDATE subscriptions SET status = $3, error = NULL, updated_at = now() FROM mine
     WHERE name = $1 AND subscriptions.partition = mine.partition`,
    [name, from, to],
  )
  return rowCount !== 0
}
