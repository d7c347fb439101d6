import { inTransaction } from '../postgres/in-transaction'
import type { Sql } from '../postgres/sql'
import { partitionOfRow } from '../store/partition'
import type { Status } from './progress'
import type { Runner, SubscriptionDependencies } from './runner'
import { takeStep } from './step'
import { checkSubscription, type Subscription } from './subscription'

/** The partitions are at different positions, and can't be brought to one. */
export class UnevenPartitions extends Error {
  override name = 'UnevenPartitions'

  constructor({ name, partitions }: Subscription, old: number) {
    super(
      `The subscription ${name} can't be divided into ${partitions ?? 1} partitions: its ${old} are at different ` +
        'positions. Let it run and catch up, with nothing else running that divides it the old way.',
    )
  }
}

type Division =
  | { readonly type: 'settled' }
  | {
      readonly type: 'uneven'
      readonly partitions: number
      readonly upTo: number
      readonly isRunning: boolean
    }

const attempts = 10

/**
 * Makes sure that the subscription has its place in the log, divided as it says. When it was divided otherwise, its
 * old partitions are first brought to one position: only there can the streams be dealt out anew without one of them
 * seeing an event twice or never. @throws UnevenPartitions
 */
export const settlePartitions = async (
  dependencies: SubscriptionDependencies,
  subscription: Subscription,
): Promise<void> => {
  checkSubscription(subscription)
  for (let attempt = 1; ; attempt++) {
    const division = await inTransaction(dependencies.pool, (sql) => divide(sql, subscription))
    if (division.type === 'settled') return
    const { partitions, upTo, isRunning } = division
    if (!isRunning || attempt === attempts) throw new UnevenPartitions(subscription, partitions)
    for (let nth = 0; nth < partitions; nth++) {
      await drain({ ...dependencies, subscription, partition: { of: partitions, nth } }, upTo)
    }
  }
}

const drain = async (runner: Runner, upTo: number): Promise<void> => {
  const { signal } = new AbortController()
  while ((await takeStep(runner, signal, upTo)).type === 'moved');
}

const divide = async (sql: Sql, subscription: Subscription): Promise<Division> => {
  const { name, partitions = 1 } = subscription
  await sql.query("SELECT pg_advisory_xact_lock(hashtext('subscriptions'), hashtext($1))", [name])
  const { rows } = await sql.query<{ partitions: number; position: string; status: Status }>(
    'SELECT partitions, position, status FROM subscriptions WHERE name = $1 ORDER BY partition FOR UPDATE',
    [name],
  )
  const old = rows[0]?.partitions
  if (old === partitions) return { type: 'settled' }
  if (old === undefined) {
    await begin(sql, subscription)
    return { type: 'settled' }
  }
  const positions = rows.map(({ position }) => Number(position))
  const upTo = Math.max(...positions)
  if (Math.min(...positions) < upTo) {
    return {
      type: 'uneven',
      partitions: old,
      upTo,
      isRunning: rows.every(({ status }) => status === 'running'),
    }
  }
  await divideAnew(sql, name, partitions)
  return { type: 'settled' }
}

const begin = async (sql: Sql, { name, partitions = 1, startFrom }: Subscription): Promise<void> => {
  const position = startFrom === 'beginning' ? 0 : startFrom === 'now' ? null : startFrom
  await sql.query(
    `INSERT INTO subscriptions (name, partition, partitions, position)
     SELECT $1, nth, $2, coalesce($3, h.position) FROM generate_series(0, $2::integer - 1) nth, log_head h`,
    [name, partitions, position],
  )
}

const divideAnew = async (sql: Sql, name: string, partitions: number): Promise<void> => {
  await sql.query('DELETE FROM subscriptions WHERE name = $1 AND partition >= $2', [name, partitions])
  await sql.query(
    `INSERT INTO subscriptions (name, partition, partitions, position, status)
     SELECT name, nth, $2, position, status FROM subscriptions, generate_series(0, $2::integer - 1) nth
     WHERE name = $1 AND partition = 0
     ON CONFLICT (name, partition) DO UPDATE SET partitions = excluded.partitions`,
    [name, partitions],
  )
  await sql.query(
    `UPDATE parked_events SET partition = ${partitionOfRow('$2')} WHERE subscription = $1 AND resolved_at IS NULL`,
    [name, partitions],
  )
}
