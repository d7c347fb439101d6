import type { Sql } from '../postgres/sql'
import type { DueWork } from './work'

/** Work, and in how many milliseconds it is due; none or less where it is. */
export interface SoonDue extends DueWork {
  readonly dueInMs: number
}

interface DueRequest {
  readonly queue: string
  /** Only what comes first of each key: in the order of the positions, and not past what is parked. */
  readonly isOrdered: boolean
  readonly limit: number
  /** Due in so long at the latest. */
  readonly withinMs: number
  /** Those that are being done. */
  readonly except: readonly string[]
}

/** The work of a queue that is due now or soon, what is due first before the rest. */
export const soonDue = async (
  sql: Sql,
  { queue, isOrdered, limit, except, withinMs }: DueRequest,
): Promise<SoonDue[]> => {
  const { rows } = await sql.query<SoonDue>({
    name: isOrdered ? 'soon_due_in_order' : 'soon_due',
    text: isOrdered ? soonDueInOrder : soonDueOfAll,
    values: [queue, limit, except, withinMs],
  })
  return rows.map((row) => ({ ...row, position: Number(row.position), dueInMs: Number(row.dueInMs) }))
}

const columns = `id, key, position, payload, attempts, extract(epoch FROM due_at - clock_timestamp()) * 1000 AS "dueInMs"`
const isSoonDue = `parked_at IS NULL AND due_at <= now() + $4 * interval '1 ms' AND id <> ALL ($3::text[])`

const soonDueOfAll = `
  SELECT ${columns} FROM waiting_work WHERE queue = $1 AND ${isSoonDue} ORDER BY due_at LIMIT $2`

/** From key to key by the index, however much waits behind what comes first of each. */
const soonDueInOrder = `
  WITH RECURSIVE firsts AS (
    (SELECT key, id FROM waiting_work WHERE queue = $1 ORDER BY key, position, id LIMIT 1)
    UNION ALL
    SELECT n.key, n.id FROM firsts f CROSS JOIN LATERAL (
      SELECT w.key, w.id FROM waiting_work w WHERE w.queue = $1 AND w.key > f.key ORDER BY w.key, w.position, w.id LIMIT 1
    ) n
  )
  SELECT ${columns} FROM waiting_work
  WHERE queue = $1 AND id IN (SELECT f.id FROM firsts f) AND ${isSoonDue} ORDER BY due_at LIMIT $2`
