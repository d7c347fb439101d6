import { inTransaction } from '../postgres/in-transaction'
import type { Sql } from '../postgres/sql'
import { advance } from './progress'
import type { Runner } from './runner'

/** An event that can't be handled: one that was read, or an `UnreadableEvent`. */
export interface Poison {
  readonly position: number
  readonly eventId: string
  readonly streamType: string
  readonly streamId: string
}

/** What went wrong with it, and how often. */
export interface DeliveryFailure {
  readonly error: unknown
  readonly attempts: number
}

const maxErrorLength = 8_000

/** For a person to read: message and stack, not without end. */
export const errorText = (error: unknown): string => {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return text.replaceAll('\0', '').slice(0, maxErrorLength)
}

/**
 * Parks an event, and passes over it or stops, as the subscription chose. False when another got there first, or
 * the subscription was paused: then nothing is parked.
 */
export const park = async (
  runner: Runner,
  after: number,
  poison: Poison,
  failure: DeliveryFailure,
): Promise<boolean> => {
  const { subscription, pool, log } = runner
  const leave = subscription.onPoison === 'skip' ? passOver : stop
  const parked = await inTransaction(pool, async (sql) => {
    if (!(await leave(sql, runner, after, poison, failure))) return false
    await keep(sql, runner, poison, failure)
    return true
  })
  const { position, eventId } = poison
  const where = { subscription: subscription.name, position, eventId, onPoison: subscription.onPoison }
  if (parked) log.error({ err: failure.error, ...where }, 'An event could not be handled and is parked')
  return parked
}

type Leave = (
  sql: Sql,
  runner: Runner,
  after: number,
  poison: Poison,
  failure: DeliveryFailure,
) => Promise<boolean>

const passOver: Leave = (sql, { subscription, partition }, after, { position }) =>
  advance(sql, subscription.name, partition, { from: after, to: position }, ['running'])

const stop: Leave = async (sql, { subscription: { name }, partition: { of, nth } }, after, _, { error }) => {
  // All in one order, so that two partitions that stop at once don't wait for each other.
  const { rows } = await sql.query<{ isHere: boolean }>(
    `SELECT partition = $2 AND partitions = $3 AND position = $4 AND status = 'running' AS "isHere"
     FROM subscriptions WHERE name = $1 ORDER BY partition FOR UPDATE`,
    [name, nth, of, after],
  )
  if (!rows.some(({ isHere }) => isHere)) return false
  await sql.query(
    `UPDATE subscriptions SET status = 'stopped', error = CASE partition WHEN $2 THEN $3 END, updated_at = now()
     WHERE name = $1 AND status = 'running'`,
    [name, nth, errorText(error)],
  )
  return true
}

const keep = (
  sql: Sql,
  { subscription, partition }: Runner,
  poison: Poison,
  { error, attempts }: DeliveryFailure,
) =>
  sql.query(
    `INSERT INTO parked_events (subscription, partition, position, event_id, stream_type, stream_id, attempts, error)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     ON CONFLICT (subscription, position) DO UPDATE SET
       partition = excluded.partition, attempts = parked_events.attempts + excluded.attempts,
       error = excluded.error, parked_at = now(), resolved_at = NULL`,
    [
      subscription.name,
      partition.nth,
      poison.position,
      poison.eventId,
      poison.streamType,
      poison.streamId,
      attempts,
      errorText(error),
    ],
  )
