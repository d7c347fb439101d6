import type { Pool } from 'pg'
import type { StreamName } from '../../events/stream-name'
import type { Sql } from '../postgres/sql'
import { withConnection } from '../postgres/with-connection'
import type { BrokenLink } from './chain-check'
import { verifyChains } from './verify-chains'
import { type BrokenPositions, verifyPositions } from './verify-positions'

/** Something in the log that append_events() can't have written. */
export type Fault =
  | {
      readonly type: BrokenLink
      readonly position: number
      readonly stream: StreamName
      readonly version: number
    }
  | BrokenPositions

export interface VerifiedLog {
  readonly events: number
  readonly streams: number
  /** They have no rows: their copies are verified elsewhere. */
  readonly archivedStreams: number
  readonly faults: number
  /** Those at the lowest positions, up to ten; none when the log is whole. */
  readonly first: readonly Fault[]
}

const shown = 10

/**
 * Walks the log as it stands at one moment: every event's hash, version and place. Holds a page of it at a time, and
 * tells after each event how many were checked.
 */
export const verifyLog = (pool: Pool, progress: (events: number) => void): Promise<VerifiedLog> =>
  withConnection(pool, async (client) => {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    const verified = await verifyWithin(client, progress)
    await client.query('COMMIT')
    return verified
  })

const verifyWithin = async (sql: Sql, progress: (events: number) => void): Promise<VerifiedLog> => {
  let [events, streams, faults] = [0, 0, 0]
  const first: Fault[] = []
  const note = (fault: Fault) => {
    faults++
    first.push(fault)
    first.sort((one, other) => one.position - other.position).splice(shown)
  }
  let current: string | undefined
  await verifyChains(sql, (event, broken) => {
    const { position, streamType: type, streamId: id, version } = event
    if (broken) note({ type: broken, position, stream: { type, id }, version })
    if (current !== `${type}/${id}`) streams++
    current = `${type}/${id}`
    progress(++events)
  })
  const misplaced = await verifyPositions(sql)
  if (misplaced) note(misplaced)
  return { events, streams, archivedStreams: await countArchived(sql), faults, first }
}

const countArchived = async (sql: Sql): Promise<number> => {
  const { rows } = await sql.query<{ count: number }>('SELECT count(*)::int AS count FROM archived_streams')
  return rows[0]?.count ?? 0
}
