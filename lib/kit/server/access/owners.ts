import { LRUCache } from 'lru-cache'
import type { RecordedEvent } from '../../events/recorded-event'
import { type StreamName, streamKey } from '../../events/stream-name'
import type { StoredStreamTypes } from '../../streams/stored-stream-types'
import type { EventStore } from '../store/event-store'

/** Whose a stream is that is there; undefined where it is nobody's. */
export interface Owned {
  readonly owner: string | undefined
}

const most = 20_000

/**
 * Whose streams are, as their first events say. That never changes, so it is remembered; that a stream isn't there may
 * change any moment. Whoever wants to know the same meanwhile shares one look at the log.
 */
export const createOwners = (store: Pick<EventStore, 'readStream'>, types: StoredStreamTypes) => {
  const known = new LRUCache<string, Owned>({ max: most })
  const underWay = new Map<string, Promise<Owned | undefined>>()

  const tellBy = (first: RecordedEvent): Owned => ({
    owner: types.named(first.streamType)?.ownerOf(first),
  })

  const read = async (stream: StreamName): Promise<Owned | undefined> => {
    const [first] = await store.readStream(stream, { to: 1 })
    if (!first) return undefined
    const owned = tellBy(first)
    known.set(streamKey(stream), owned)
    return owned
  }

  return {
    tellBy,
    find: async (stream: StreamName): Promise<Owned | undefined> => {
      const key = streamKey(stream)
      const remembered = known.get(key)
      if (remembered) return remembered
      const reading = underWay.get(key) ?? read(stream).finally(() => underWay.delete(key))
      underWay.set(key, reading)
      return reading
    },
  }
}
