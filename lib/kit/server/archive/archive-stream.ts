import type { Pool } from 'pg'
import type { StreamName } from '../../events/stream-name'
import { inTransaction } from '../postgres/in-transaction'
import type { Sql } from '../postgres/sql'
import type { StoredEntry } from '../store/matches'
import { type CopyHead, checksumOf, encodeCopy, locationOf } from './archived-copy'
import type { ColdStorage } from './cold-storage'
import { entriesOfStream } from './entries-of-stream'
import { holdBriefly } from './hold-briefly'
import { insertTombstone } from './insert-tombstone'
import { lockStream } from './lock-stream'
import { brokenChain, verifyCopy } from './verify-copy'

export interface ArchiveDependencies {
  /** Acts as the role of maintenance. */
  readonly pool: Pool
  readonly storage: ColdStorage
}

export type Archived =
  /** `bytes` of its copy. */
  | { readonly type: 'archived'; readonly events: number; readonly bytes: number }
  /** It has no events in the log; it may be archived already. */
  | { readonly type: 'missing' }
  /** It was appended to meanwhile, and stays. */
  | { readonly type: 'changed' }
  /** It is not whole, or its copy isn't, and it stays. */
  | { readonly type: 'refused'; readonly reason: string }

/**
 * Moves a stream to cold storage. Its rows go when its copy was read back and found whole, with the tombstone in one
 * transaction: at each moment there are the rows, or a tombstone and what it stands for.
 */
export const archiveStream = async (
  { pool, storage }: ArchiveDependencies,
  stream: StreamName,
): Promise<Archived> =>
  inTransaction(pool, async (sql) => {
    await lockStream(sql, stream)

    // 1. read
    const entries = await entriesOfStream(sql, stream)
    const head = entries.at(-1)?.event
    if (!head) return { type: 'missing' }
    const fault = brokenChain(entries, head)
    if (fault) return { type: 'refused', reason: `In the log ${fault}` }

    // 2. copy
    const location = locationOf(stream, head.version)
    const bytes = await encodeCopy(stream, head, entries)
    const checksum = checksumOf(bytes)
    await storage.put(location, bytes)

    // 3. read back
    const verified = await verifyCopy(await storage.get(location), { stream, ...headOf(head), checksum })
    if (verified.type === 'broken') {
      await storage.delete(location)
      return { type: 'refused', reason: `The copy ${location} was read back: ${verified.reason}` }
    }

    // 4. put the tombstone in the place of the rows
    if (!(await replaceRows(sql, entries, head, { location, checksum }))) {
      await storage.delete(location)
      return { type: 'changed' }
    }
    return { type: 'archived', events: entries.length, bytes: bytes.length }
  })

const headOf = ({ version, hash }: CopyHead): CopyHead => ({ version, hash })

/** Under the appends' lock, so that what was copied is what there is. Was it? */
const replaceRows = async (
  sql: Sql,
  entries: readonly StoredEntry[],
  head: StoredEntry['event'],
  copy: { readonly location: string; readonly checksum: string },
): Promise<boolean> => {
  const stream = [head.streamType, head.streamId]
  await holdBriefly(sql)
  await sql.query('SELECT pg_advisory_xact_lock(4983204512)')
  const { rows } = await sql.query<{ version: number; hash: Buffer }>(
    'SELECT version, hash FROM events WHERE stream_type = $1 AND stream_id = $2 ORDER BY version DESC LIMIT 1',
    stream,
  )
  if (rows[0]?.version !== head.version || rows[0].hash.toString('hex') !== head.hash) return false
  await insertTombstone(sql, entries, copy)
  await sql.query('DELETE FROM events WHERE stream_type = $1 AND stream_id = $2', stream)
  return true
}
