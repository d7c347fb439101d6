import type { Sql } from '../postgres/sql'
import { checkLimit, checkPosition } from '../store/check-read'

/** An event that a subscription could not handle and still has not. */
export interface ParkedEvent {
  readonly position: number
  readonly eventId: string
  readonly streamType: string
  readonly streamId: string
  readonly attempts: number
  readonly error: string
  readonly parkedAt: Date
}

interface ParkedPage {
  /** Only those after this position; 0 when left out. */
  readonly after?: number | undefined
  readonly limit: number
}

/** What a subscription has parked, in order of position, without what was resolved. */
export const listParked = async (
  sql: Sql,
  subscription: string,
  { after = 0, limit }: ParkedPage,
): Promise<ParkedEvent[]> => {
  checkPosition(after)
  checkLimit(limit)
  const { rows } = await sql.query<ParkedEvent>(
    `SELECT position, event_id AS "eventId", stream_type AS "streamType", stream_id AS "streamId", attempts, error,
            parked_at AS "parkedAt"
     FROM parked_events WHERE subscription = $1 AND position > $2 AND resolved_at IS NULL
     ORDER BY position LIMIT $3`,
    [subscription, after, limit],
  )
  return rows.map((row) => ({ ...row, position: Number(row.position) }))
}
