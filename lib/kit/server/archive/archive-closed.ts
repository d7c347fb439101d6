import type { StreamName } from '../../events/stream-name'
import { type ArchiveDependencies, archiveStream } from './archive-stream'
import { closedStreams, type Endings } from './closed-streams'

export interface ArchivedStreams {
  streams: number
  events: number
  /** Of their copies. */
  bytes: number
  /** Those that somebody else appended to or archived meanwhile. */
  passedOver: number
  /** Those that stay because they or their copies aren't whole. */
  readonly refused: { readonly stream: StreamName; readonly reason: string }[]
}

interface Options {
  readonly endings: Endings
  /** Only what was closed before this time. */
  readonly before: Date
  /** At most so many streams. */
  readonly limit: number
  readonly signal: AbortSignal
}

/** How many streams are on their way at once. */
const lanes = 4

/** Archives what is closed; `tally` is kept up to date. Ends early, between streams, when it is told to. */
export const archiveClosed = async (
  dependencies: ArchiveDependencies,
  { endings, before, limit, signal }: Options,
  tally: ArchivedStreams,
): Promise<void> => {
  const closed = closedStreams(dependencies.pool, endings, before)
  let left = limit
  const work = async () => {
    while (left-- > 0 && !signal.aborted) {
      const next = await closed.next()
      if (next.done) return
      await archiveInto(tally, dependencies, next.value.stream)
    }
  }
  const finished = await Promise.allSettled(Array.from({ length: lanes }, work))
  for (const lane of finished) if (lane.status === 'rejected') throw lane.reason
}

export const createTally = (): ArchivedStreams => ({
  streams: 0,
  events: 0,
  bytes: 0,
  passedOver: 0,
  refused: [],
})

const archiveInto = async (
  tally: ArchivedStreams,
  dependencies: ArchiveDependencies,
  stream: StreamName,
): Promise<void> => {
  const archived = await archiveStream(dependencies, stream)
  switch (archived.type) {
    case 'archived':
      tally.streams++
      tally.events += archived.events
      tally.bytes += archived.bytes
      return
    case 'changed':
    case 'missing':
      tally.passedOver++
      return
    case 'refused':
      tally.refused.push({ stream, reason: archived.reason })
  }
}
