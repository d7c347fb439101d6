import type { RecordedEvent } from '../../events/recorded-event'
import { type StreamName, streamKey, streamOfEvent } from '../../events/stream-name'
import { groupBy } from '../../kernel/group-by'
import type { LiveSubscription } from './subscription'

export interface Follower {
  readonly socketId: string
  readonly subscription: Pick<LiveSubscription, 'push' | 'stop'>
  /** Is somebody there who looks, and would see that it comes late? */
  readonly looks: () => boolean
}

/** Sends the same events of a stream to some sockets. */
export type Broadcast = (
  stream: StreamName,
  events: readonly RecordedEvent[],
  socketIds: readonly string[],
) => void

/** Who follows which stream on this node. What many get is made ready to be sent once. */
export const createRooms = (broadcast: Broadcast) => {
  const rooms = new Map<string, Set<Follower>>()

  const tell = (
    followers: readonly Follower[],
    events: readonly [RecordedEvent, ...RecordedEvent[]],
  ): void => {
    // Whoever is at the same version gets the same events: as many, from the end.
    const alike = new Map<number, { readonly fresh: readonly RecordedEvent[]; readonly ids: string[] }>()
    for (const { subscription, socketId } of followers) {
      subscription.push(events, (fresh) => {
        const group = alike.get(fresh.length) ?? { fresh, ids: [] }
        group.ids.push(socketId)
        alike.set(fresh.length, group)
      })
    }
    for (const { fresh, ids } of alike.values()) broadcast(streamOfEvent(events[0]), fresh, ids)
  }

  return {
    join: (stream: StreamName, follower: Follower): void => {
      const key = streamKey(stream)
      const room = rooms.get(key) ?? new Set()
      rooms.set(key, room.add(follower))
    },
    leave: (stream: StreamName, follower: Follower): void => {
      const key = streamKey(stream)
      const room = rooms.get(key)
      room?.delete(follower)
      if (room?.size === 0) rooms.delete(key)
    },
    /** Hands events, in order of position, to those who follow their streams: first to those who look at them. */
    publish: (events: readonly RecordedEvent[]): void => {
      if (rooms.size === 0) return
      for (const [key, ofStream] of groupBy(events, (event) => streamKey(streamOfEvent(event)))) {
        const room = rooms.get(key)
        if (!room) continue
        const [looking, others] = parted(room)
        tell(looking, ofStream)
        tell(others, ofStream)
      }
    },
  }
}

export type Rooms = ReturnType<typeof createRooms>

const parted = (room: ReadonlySet<Follower>): readonly [readonly Follower[], readonly Follower[]] => {
  const looking: Follower[] = []
  const others: Follower[] = []
  for (const follower of room) (follower.looks() ? looking : others).push(follower)
  return [looking, others]
}
