import pg from 'pg'
import type { NewEvent } from '../../lib/kit/server/store/event-store'
import { openActStore } from './act-store'
import type { Peer, PeerConnection } from './peer'

/** act-pg over a pool of that size, its schema made beforehand. It keeps one metadata for all events of a commit. */
export const openAct = async (connection: PeerConnection): Promise<Peer> => {
  const store = await openActStore(connection)
  const counter = new pg.Pool({ connectionString: connection.url, max: 1 })
  return {
    name: 'act-pg',
    append: async (streamId, version, events) => {
      const [first] = events
      if (first) await store.commit(streamId, events.map(toMessage), toMeta(first), version - 1)
    },
    countEvents: async () =>
      (await counter.query<{ rows: number }>('SELECT count(*)::int AS rows FROM events')).rows[0]?.rows ?? 0,
    close: async () => {
      await counter.end()
      await store.dispose()
    },
  }
}

const toMessage = ({ type, data }: NewEvent) => ({ name: type, data })

/** Its own names for the two ids: it has an index on the first. */
const toMeta = ({ metadata: { correlationId, causationId, ...rest } }: NewEvent) => ({
  ...rest,
  correlation: correlationId,
  causation: causationId,
})
