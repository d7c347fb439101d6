import type { RecordedEvent } from '../../events/recorded-event'
import type { StreamName } from '../../events/stream-name'
import type { Sql } from '../postgres/sql'
import { checked } from '../store/checked'
import type { EventCodec } from '../store/codec'
import type { EventStore, ReadStream } from '../store/event-store'
import { withCodec } from '../store/with-codec'
import type { ColdStorage } from './cold-storage'
import { findArchivedEvent } from './find-archived-event'
import { findStream } from './find-stream'
import { createOpenArchived } from './open-archived'
import { readArchivedStream } from './read-archived-stream'
import { readMerged } from './read-merged'
import { retryIfMoved } from './retry-if-moved'

const lastVersion = 2 ** 31 - 1

/**
 * The log together with what was moved to cold storage: reads give the same before and after. Streams in the log are
 * read as without it; only a stream that seems to have nothing is looked for, and a page of the log asks for archived
 * streams in the query it makes anyway. Reads throw `ArchiveUnreadable` when a copy can't be read.
 */
export const withArchive = (
  store: EventStore,
  sql: Sql,
  storage: ColdStorage,
  codec: EventCodec,
): EventStore => {
  const open = createOpenArchived(storage)

  const readArchived = async (stream: StreamName, range: ReadStream): Promise<RecordedEvent[]> => {
    const { from = 1, to = lastVersion } = range
    const found = await findStream(sql, stream, { from, to })
    switch (found.type) {
      case 'nowhere':
        return []
      case 'inLog':
        return store.readStream(stream, range)
      case 'archived':
        return readArchivedStream(await open(found.tombstone), range)
    }
  }

  const versionOfArchived = async (stream: StreamName): Promise<number> => {
    const found = await findStream(sql, stream, { from: 1, to: lastVersion })
    if (found.type === 'inLog') return store.headVersion(stream)
    return found.type === 'archived' ? found.tombstone.version : 0
  }

  const readArchivedEvent = async (eventId: string): Promise<RecordedEvent | undefined> => {
    const found = await retryIfMoved(sql, () => findArchivedEvent(sql, open, eventId))
    // It may have been brought back between the look into the log and the look into the archive.
    return found ?? store.readEvent(eventId)
  }

  const archived = withCodec(
    {
      ...store,
      readStream: (stream, range = {}) => retryIfMoved(sql, () => readArchived(stream, range)),
      readAll: (range) => readMerged(sql, open, range),
      readEvent: readArchivedEvent,
    },
    codec,
  )

  return checked({
    ...store,
    readStream: async (stream, range = {}) => {
      const events = await store.readStream(stream, range)
      return events.length > 0 ? events : archived.readStream(stream, range)
    },
    readAll: archived.readAll,
    readEvent: async (eventId) => (await store.readEvent(eventId)) ?? archived.readEvent(eventId),
    headVersion: async (stream) => (await store.headVersion(stream)) || versionOfArchived(stream),
  })
}
