import type { RecordedEvent } from '../../events/recorded-event'
import { type StreamName, streamKey, streamOfEvent } from '../../events/stream-name'
import type { LiveSubscription } from './subscription'

export interface Follower {
  readonly subscription: Pick<LiveSubscription, 'push' | 'stop'>
  /** Is somebody there who looks, and would see that it comes late? */
  readonly looks: () => boolean
}

/** Who follows which stream on this node. */
export const createRooms = () => {
  const rooms = new Map<string, Set<Follower>>()
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
      const followed = new Map<string, RecordedEvent[]>()
      for (const event of events) {
        const key = streamKey(streamOfEvent(event))
        if (!rooms.has(key)) continue
        const ofStream = followed.get(key)
        if (ofStream) ofStream.push(event)
        else followed.set(key, [event])
      }
      for (const [key, ofStream] of followed) {
        const [looking, others] = parted(rooms.get(key) ?? new Set())
        for (const { subscription } of looking) subscription.push(ofStream)
        for (const { subscription } of others) subscription.push(ofStream)
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
