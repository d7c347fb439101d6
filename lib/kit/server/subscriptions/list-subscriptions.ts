import type { Sql } from '../postgres/sql'
import type { Status } from './progress'

/** A subscription as its partitions stand in the database. */
export interface SubscriptionState {
  readonly name: string
  readonly partitions: number
  readonly status: Status
  /** Everything up to here is handled. */
  readonly position: number
  /** How many positions of the log are still before it. */
  readonly behind: number
  /** Events that are parked and not resolved. */
  readonly parked: number
  /** What stopped it. */
  readonly error: string | null
}

/** All subscriptions that ever ran, by name. */
export const listSubscriptions = async (sql: Sql): Promise<SubscriptionState[]> => {
  const { rows } = await sql.query<SubscriptionState & Record<'position' | 'behind', string>>(
    `SELECT s.name, count(*)::int AS partitions, max(s.status) AS status, min(s.position) AS position,
            min(h.position) - min(s.position) AS behind, min(s.error) AS error,
            (SELECT count(*)::int FROM parked_events p
             WHERE p.subscription = s.name AND p.resolved_at IS NULL) AS parked
     FROM subscriptions s, log_head h GROUP BY s.name ORDER BY s.name`,
  )
  return rows.map((row) => ({ ...row, position: Number(row.position), behind: Number(row.behind) }))
}
