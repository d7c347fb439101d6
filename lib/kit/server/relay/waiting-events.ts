import type { Sql } from '../postgres/sql'
import { checkLimit, checkPosition } from '../store/check-read'
import { followerOf } from './target'

/** An event that waits to be sent to a target. */
export interface WaitingEvent {
  readonly position: number
  readonly eventId: string
  /** Empty where it was moved to cold storage meanwhile. */
  readonly eventType: string
  readonly streamType: string
  readonly streamId: string
  /** How often it was tried since it waits. */
  readonly attempts: number
  /** Why it could not be sent; null for what only comes after one that couldn't. */
  readonly error: string | null
  /** When it is tried again; null where that is left to a person. */
  readonly dueAt: string | null
  /** How many wait behind it in its stream. */
  readonly behind: number
}

interface Page {
  /** Only after this position. */
  readonly after: number
  readonly limit: number
}

interface Row extends Omit<WaitingEvent, 'position' | 'dueAt' | 'behind'> {
  readonly position: string
  readonly due_at: Date
  readonly parked_at: Date | null
  readonly behind: string
}

/** What was refused by a target and waits, in order of position; not what merely comes after it. */
export const waitingEvents = async (
  sql: Sql,
  targetName: string,
  { after, limit }: Page,
): Promise<WaitingEvent[]> => {
  checkPosition(after)
  checkLimit(limit)
  const { rows } = await sql.query<Row>(
    `SELECT w.position, w.id AS "eventId", coalesce(e.type, '') AS "eventType", split_part(w.key, '/', 1) AS "streamType",
            substr(w.key, strpos(w.key, '/') + 1) AS "streamId",
            w.attempts, w.error, w.due_at, w.parked_at,
            (SELECT count(*) FROM waiting_work b WHERE b.queue = w.queue AND b.key = w.key AND b.position > w.position) AS behind
     FROM waiting_work w LEFT JOIN events e ON e.position = w.position
     WHERE w.queue = $1 AND w.error IS NOT NULL AND w.position > $2 ORDER BY w.position LIMIT $3`,
    [followerOf(targetName), after, limit],
  )
  return rows.map(({ position, behind, due_at: dueAt, parked_at: parkedAt, ...row }) => ({
    ...row,
    position: Number(position),
    dueAt: parkedAt ? null : dueAt.toISOString(),
    behind: Number(behind),
  }))
}
