import type { Sql } from '../postgres/sql'
import type { Partition } from '../store/event-store'

export interface Reached {
  readonly partition: Partition
  readonly position: number
}

/** How far each partition of a live projection has come; none when it hasn't begun. */
export const readCheckpoint = (sql: Sql, name: string): Promise<Reached[]> => read(sql, name, '')

/** The same, and until the transaction ends it stays there: what follows the log under the name waits. */
export const lockCheckpoint = async (transaction: Sql, name: string): Promise<Reached[]> => {
  await transaction.query("SELECT pg_advisory_xact_lock(hashtext('subscriptions'), hashtext($1))", [name])
  return read(transaction, name, 'FOR UPDATE')
}

const read = async (sql: Sql, name: string, locking: '' | 'FOR UPDATE'): Promise<Reached[]> => {
  const { rows } = await sql.query<{ partition: number; partitions: number; position: string }>(
    `SELECT partition, partitions, position FROM public.subscriptions WHERE name = $1
     ORDER BY partition ${locking}`,
    [name],
  )
  return rows.map(({ partition, partitions, position }) => ({
    partition: { of: partitions, nth: partition },
    position: Number(position),
  }))
}

/** Lets a locked projection go on from a position, also when an event before it had stopped it. */
export const setCheckpoint = async (transaction: Sql, name: string, position: number): Promise<void> => {
  const { rowCount } = await transaction.query(
    `UPDATE public.subscriptions SET position = $2, error = NULL, updated_at = now(),
       status = CASE status WHEN 'stopped' THEN 'running' ELSE status END
     WHERE name = $1`,
    [name, position],
  )
  if (rowCount === 0) {
    await transaction.query(
      'INSERT INTO public.subscriptions (name, partition, partitions, position) VALUES ($1, 0, 1, $2)',
      [name, position],
    )
  }
  await transaction.query(
    `UPDATE public.parked_events SET resolved_at = now()
     WHERE subscription = $1 AND position <= $2 AND resolved_at IS NULL`,
    [name, position],
  )
}
