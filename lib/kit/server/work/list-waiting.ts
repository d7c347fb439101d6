import type { Sql } from '../postgres/sql'
import { checkLimit } from '../store/check-read'

/** Work that waits, for a person to see. */
export interface WaitingWork {
  readonly id: string
  readonly key: string
  readonly position: number
  readonly payload: unknown
  readonly dueAt: Date
  readonly attempts: number
  readonly error: string | null
  readonly parkedAt: Date | null
}

interface WaitingPage {
  /** Only what was given up on, for a person to look at. */
  readonly isParked?: boolean | undefined
  /** Only what stands behind this one by key, position and id. */
  readonly after?: Pick<WaitingWork, 'key' | 'position' | 'id'> | undefined
  readonly limit: number
}

/** What waits in a queue, by key and position. */
export const listWaiting = async (
  sql: Sql,
  queue: string,
  { isParked = false, after, limit }: WaitingPage,
): Promise<WaitingWork[]> => {
  checkLimit(limit)
  const { rows } = await sql.query<WaitingWork>(
    `SELECT id, key, position, payload, due_at AS "dueAt", attempts, error, parked_at AS "parkedAt" FROM waiting_work
     WHERE queue = $1 AND (NOT $2 OR parked_at IS NOT NULL) AND ($3::text IS NULL OR (key, position, id) > ($3, $4, $5))
     ORDER BY key, position, id LIMIT $6`,
    [queue, isParked, after?.key ?? null, after?.position ?? 0, after?.id ?? '', limit],
  )
  return rows.map((row) => ({ ...row, position: Number(row.position) }))
}

export interface WaitingCount {
  readonly waiting: number
  /** Those of them that were given up on. */
  readonly parked: number
}

/** How much waits in a queue. */
export const countWaiting = async (sql: Sql, queue: string): Promise<WaitingCount> => {
  const { rows } = await sql.query<WaitingCount>(
    `SELECT count(*)::integer AS waiting, count(parked_at)::integer AS parked FROM waiting_work WHERE queue = $1`,
    [queue],
  )
  return rows[0] as WaitingCount
}
