import type { RecordedCartEvent } from '../../protocol/recorded-event'
import type { Subscription } from './subscription'

/** Who follows which cart on this node. */
export const createRooms = () => {
  const rooms = new Map<string, Set<Subscription>>()
  return {
    join: (cartId: string, subscription: Subscription): void => {
      const room = rooms.get(cartId) ?? new Set()
      rooms.set(cartId, room.add(subscription))
    },
    leave: (cartId: string, subscription: Subscription): void => {
      const room = rooms.get(cartId)
      room?.delete(subscription)
      if (room?.size === 0) rooms.delete(cartId)
    },
    /** Hands events, in order of position, to those who follow their carts. */
    publish: (events: readonly RecordedCartEvent[]): void => {
      const followed = new Map<string, RecordedCartEvent[]>()
      for (const event of events) {
        if (!rooms.has(event.streamId)) continue
        followed.set(event.streamId, [...(followed.get(event.streamId) ?? []), event])
      }
      for (const [cartId, ofCart] of followed) {
        for (const subscription of rooms.get(cartId) ?? []) subscription.push(ofCart)
      }
    },
  }
}
