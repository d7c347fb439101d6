import type { StreamName } from '../../events/stream-name'
import type { Sql } from '../postgres/sql'
import type { ColdStorage } from './cold-storage'
import { findTombstone } from './find-tombstone'
import { type Tombstone, type TombstoneRow, tombstoneColumns, toTombstone } from './tombstone'
import { verifyCopy } from './verify-copy'

export interface BrokenCopy {
  readonly stream: StreamName
  readonly location: string
  /** As the end of a sentence. */
  readonly reason: string
}

export interface VerifiedArchive {
  readonly streams: number
  readonly events: number
  readonly faults: number
  /** Up to ten of them; none when each copy is whole. */
  readonly first: readonly BrokenCopy[]
}

const pageSize = 200
const shown = 10

/** Opens the copy of every archived stream: is it what its tombstone says, does each event follow from the one before it? */
export const verifyArchive = async (
  sql: Sql,
  storage: ColdStorage,
  progress: (streams: number) => void = () => undefined,
): Promise<VerifiedArchive> => {
  let [streams, events, faults] = [0, 0, 0]
  const first: BrokenCopy[] = []
  for await (const tombstone of tombstones(sql)) {
    const { stream, location } = tombstone
    const verified = await verifyCopy(await storage.get(location), tombstone)
    if (verified.type === 'whole') events += verified.copy.entries.length
    // One that was brought back meanwhile has no copy any more.
    else if ((await findTombstone(sql, stream)) && ++faults <= shown) {
      first.push({ stream, location, reason: verified.reason })
    }
    progress(++streams)
  }
  return { streams, events, faults, first }
}

async function* tombstones(sql: Sql): AsyncGenerator<Tombstone, void, undefined> {
  let after = 0
  for (;;) {
    const { rows } = await sql.query<TombstoneRow>(
      `SELECT ${tombstoneColumns} FROM archived_streams WHERE first_position > $1
       ORDER BY first_position LIMIT $2`,
      [after, pageSize],
    )
    const page = rows.map(toTombstone)
    yield* page
    const last = page.at(-1)
    if (!last) return
    after = last.firstPosition
  }
}
