import type { RecordedCartEvent } from '../../../shop/wire/recorded-shop-events'
import type { Subscription } from './subscription'

export interface Follower {
  readonly subscription: Pick<Subscription, 'push' | 'stop'>
  /** Is somebody there who looks, and would see that it comes late? */
  readonly looks: () => boolean
}

/** Who follows which cart on this node. */
export const createRooms = () => {
  const rooms = new Map<string, Set<Follower>>()
  return {
    join: (cartId: string, follower: Follower): void => {
      const room = rooms.get(cartId) ?? new Set()
      rooms.set(cartId, room.add(follower))
    },
    leave: (cartId: string, follower: Follower): void => {
      const room = rooms.get(cartId)
      room?.delete(follower)
      if (room?.size === 0) rooms.delete(cartId)
    },
    /** Hands events, in order of position, to those who follow their carts: first to those who look at them. */
    publish: (events: readonly RecordedCartEvent[]): void => {
      const followed = new Map<string, RecordedCartEvent[]>()
      for (const event of events) {
        if (!rooms.has(event.streamId)) continue
        followed.set(event.streamId, [...(followed.get(event.streamId) ?? []), event])
      }
      for (const [cartId, ofCart] of followed) {
        const [looking, others] = parted(rooms.get(cartId) ?? new Set())
        for (const { subscription } of looking) subscription.push(ofCart)
        for (const { subscription } of others) subscription.push(ofCart)
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
