import { canonicalJson } from '../../events/canonical-json'
import type { StreamName } from '../../events/stream-name'
import { inTransaction } from '../postgres/in-transaction'
import type { Sql } from '../postgres/sql'
import { arrayLiteral } from '../store/array-literal'
import { contentHash } from '../store/hash-chain'
import type { StoredEntry } from '../store/matches'
import type { ArchiveDependencies } from './archive-stream'
import { ArchiveUnreadable } from './archive-unreadable'
import { entriesOfStream } from './entries-of-stream'
import { findTombstone } from './find-tombstone'
import { holdBriefly } from './hold-briefly'
import { lockStream } from './lock-stream'
import { brokenChain, verifyCopy } from './verify-copy'

export type Restored =
  | { readonly type: 'restored'; readonly events: number }
  | { readonly type: 'notArchived' }

/**
 * Brings a stream back from cold storage, to the positions and versions it had, and removes its copy.
 * @throws ArchiveUnreadable when its copy isn't whole
 */
export const restoreStream = async (
  { pool, storage }: ArchiveDependencies,
  stream: StreamName,
): Promise<Restored> => {
  const restored = await inTransaction(pool, async (sql) => {
    await lockStream(sql, stream)
    const tombstone = await findTombstone(sql, stream)
    if (!tombstone) return undefined
    const { location } = tombstone
    const verified = await verifyCopy(await storage.get(location), tombstone)
    if (verified.type === 'broken') throw new ArchiveUnreadable(stream, location, verified.reason)
    const { entries } = verified.copy
    await holdBriefly(sql)
    await insertAgain(sql, stream, entries)
    const fault = brokenChain(await entriesOfStream(sql, stream), tombstone)
    if (fault) throw new Error(`${stream.type}/${stream.id} did not come back as it was: ${fault}`)
    return { location, events: entries.length }
  })
  if (!restored) return { type: 'notArchived' }
  await removeCopy({ pool, storage }, stream, restored.location)
  return { type: 'restored', events: restored.events }
}

const insertAgain = async (sql: Sql, { type, id }: StreamName, entries: readonly StoredEntry[]) => {
  const events = entries.map(({ event }) => event)
  await sql.query('SELECT restore_stream($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)', [
    type,
    id,
    events.map(({ position }) => position),
    events.map(({ eventId }) => eventId),
    events.map((event) => event.type),
    events.map(({ schemaVersion }) => schemaVersion),
    events.map(({ data }) => JSON.stringify(data)),
    events.map(({ metadata }) => JSON.stringify(metadata)),
    events.map(({ tags }) => (tags ? arrayLiteral(tags) : null)),
    events.map(({ occurredAt }) => occurredAt),
    entries.map(({ recordedAt }) => recordedAt),
    Buffer.concat(events.map(contentOf)),
  ])
}

const contentOf = ({ data, metadata, ...event }: StoredEntry['event']): Buffer =>
  contentHash({ ...event, tags: event.tags, data: canonicalJson(data), metadata: canonicalJson(metadata) })

/** When it stands for nothing any more: the stream may have been archived again. */
const removeCopy = ({ pool, storage }: ArchiveDependencies, stream: StreamName, location: string) =>
  inTransaction(pool, async (sql) => {
    await lockStream(sql, stream)
    if (!(await findTombstone(sql, stream))) await storage.delete(location)
  })
