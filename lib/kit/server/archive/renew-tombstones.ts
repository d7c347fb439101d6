import type { ArchiveDependencies } from './archive-stream'
import { archiveStream } from './archive-stream'
import { restoreStream } from './restore-stream'
import { type TombstoneRow, tombstoneColumns, toTombstone } from './tombstone'

/**
 * Makes tombstones anew that were made before they told each kind of event: the stream is brought back and archived
 * again, verified at each step. Until then conditions are careful with them: they may fail where they would hold.
 * Answers how many there were. @throws ArchiveUnreadable when a copy isn't whole
 */
export const renewTombstones = async (
  dependencies: ArchiveDependencies,
  signal: AbortSignal = new AbortController().signal,
): Promise<number> => {
  const { rows } = await dependencies.pool.query<TombstoneRow>(
    `SELECT ${tombstoneColumns} FROM archived_streams WHERE NOT has_kinds ORDER BY first_position`,
  )
  let renewed = 0
  for (const { stream } of rows.map(toTombstone)) {
    if (signal.aborted) break
    await restoreStream(dependencies, stream)
    await archiveStream(dependencies, stream)
    renewed++
  }
  return renewed
}
