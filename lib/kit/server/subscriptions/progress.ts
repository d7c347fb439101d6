import type { Sql } from '../postgres/sql'
import type { Partition } from '../store/event-store'

/** `stopped` by an event that it could not handle, `paused` by a person. */
export type Status = 'running' | 'paused' | 'stopped'

export interface SubscriptionProgress {
  readonly position: number
  readonly status: Status
  /** Where the log ended when the position was read. */
  readonly head: number
}

/** How far a partition has come; nothing when the subscription is divided otherwise now. */
export const loadProgress = async (
  sql: Sql,
  name: string,
  { of, nth }: Partition,
): Promise<SubscriptionProgress | undefined> => {
  const { rows } = await sql.query<{ position: string; status: Status; head: string }>({
    name: 'subscription_progress',
    text: `SELECT s.position, s.status, h.position AS head FROM subscriptions s, log_head h
           WHERE s.name = $1 AND s.partition = $2 AND s.partitions = $3`,
    values: [name, nth, of],
  })
  return rows.map(({ position, status, head }) => ({
    position: Number(position),
    status,
    head: Number(head),
  }))[0]
}

/** Where subscriptions of one partition stand that run, by their names. */
export const runningAt = async (sql: Sql, names: readonly string[]): Promise<Map<string, number>> => {
  const { rows } = await sql.query<{ name: string; position: string }>({
    name: 'subscriptions_running',
    text: `SELECT name, position FROM subscriptions WHERE name = ANY ($1) AND partitions = 1 AND status = 'running'`,
    values: [names],
  })
  return new Map(rows.map(({ name, position }) => [name, Number(position)]))
}

/** What is checked off: everything after `from` up to `to`. */
export interface PositionSpan {
  readonly from: number
  readonly to: number
}

/**
 * Moves the checkpoint; says whether it did: not when it isn't where the span begins, or has a status that it may
 * not be moved in. In a transaction nobody else can move it until that ends. What was parked in the span has
 * been handled after all.
 *
 * It is committed without a flush of its own: a checkpoint that a crash of the server takes back is one from which the same
 * is done again.
 */
export const advance = async (
  sql: Sql,
  name: string,
  { of, nth }: Partition,
  { from, to }: PositionSpan,
  statuses: readonly Status[],
): Promise<boolean> => {
  const { rowCount } = await sql.query({
    name: 'subscription_advance',
    text: `WITH unhurried AS MATERIALIZED (
             SELECT set_config('synchronous_commit', 'off', true)
           ), moved AS (
             UPDATE subscriptions SET position = $5, updated_at = now()
             WHERE name = $1 AND partition = $2 AND partitions = $3 AND position = $4 AND status = ANY ($6)
             RETURNING name
           ), resolved AS (
             UPDATE parked_events SET resolved_at = now() FROM moved
             WHERE subscription = $1 AND partition = $2 AND position > $4 AND position <= $5 AND resolved_at IS NULL
           )
           SELECT FROM moved, unhurried`,
    values: [name, nth, of, from, to, statuses],
  })
  return rowCount === 1
}
