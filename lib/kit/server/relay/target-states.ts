import type { Sql } from '../postgres/sql'
import type { Status } from '../subscriptions/progress'
import { followerOf, placeOf, type RelayTarget } from './target'

/** How a target is doing, for a person to see. */
export interface TargetState {
  readonly name: string
  readonly type: RelayTarget['type']
  /** Where it is. */
  readonly place: string
  /** Do personal fields leave for it? */
  readonly personal: boolean
  readonly streamTypes: readonly string[] | null
  readonly eventTypes: readonly string[] | null
  /** `new` before anything followed the log for it. */
  readonly status: Status | 'new'
  /** Everything up to here was sent, or waits. */
  readonly position: number
  /** How many positions of the log are still before it. */
  readonly behind: number
  /** When the first event that is still before it was recorded; null when it has come to the end. */
  readonly behindSince: string | null
  /** Events that wait, since they were refused or come after one that was. */
  readonly waiting: number
  /** Those of them that are not tried again by themselves. */
  readonly parked: number
  /** Why it is away, or rests, and since when. */
  readonly trouble: string | null
  readonly troubleSince: string | null
}

interface Row {
  readonly status: Status | null
  readonly position: string | null
  readonly behind: string | null
  readonly behind_since: Date | null
  readonly waiting: number
  readonly parked: number
  readonly trouble: string | null
  readonly trouble_since: Date | null
}

/** How all targets are doing, in the order in which they were named. */
export const targetStates = async (sql: Sql, targets: readonly RelayTarget[]): Promise<TargetState[]> => {
  const names = targets.map(({ name }) => name)
  const { rows } = await sql.query<Row>(
    `SELECT s.status, s.position, h.position - s.position AS behind,
            coalesce(t.trouble, split_part(s.error, E'\\n', 1)) AS trouble, t.trouble_since, w.waiting, w.parked,
            (SELECT e.recorded_at FROM events e WHERE e.position > s.position ORDER BY e.position LIMIT 1) AS behind_since
     FROM log_head h, unnest($1::text[], $2::text[]) WITH ORDINALITY AS asked(name, follower, nth)
     LEFT JOIN subscriptions s ON s.name = asked.follower
     LEFT JOIN relay_targets t ON t.name = asked.name
     LEFT JOIN LATERAL (
       SELECT count(*)::integer AS waiting, count(parked_at)::integer AS parked FROM waiting_work WHERE queue = asked.follower
     ) w ON true
     ORDER BY asked.nth`,
    [names, names.map(followerOf)],
  )
  return targets.map((target, nth) => ({ ...told(target), ...standing(rows[nth] as Row) }))
}

const told = (target: RelayTarget) => ({
  name: target.name,
  type: target.type,
  place: placeOf(target),
  personal: target.personal,
  streamTypes: target.streamTypes ?? null,
  eventTypes: target.eventTypes ?? null,
})

const standing = (row: Row) => ({
  status: row.status ?? ('new' as const),
  position: Number(row.position ?? 0),
  behind: Number(row.behind ?? 0),
  behindSince: row.behind_since?.toISOString() ?? null,
  waiting: row.waiting,
  parked: row.parked,
  trouble: row.trouble,
  troubleSince: row.trouble_since?.toISOString() ?? null,
})
