import { cart } from '../../domain/cart/cart'
import type { CartCommand } from '../../domain/cart/commands'
import type { CartRejection } from '../../domain/cart/decide'
import type { CartEvent } from '../../domain/cart/events'
import type { CartState } from '../../domain/cart/state'
import { keyframeInterval } from '../../kit/kernel/keyframe-interval'
import type { Aggregate } from '../../kit/server/aggregates/aggregate'

const bytesOfCart = 300
const bytesOfItem = 300

export const cartAggregate: Aggregate<CartState, CartCommand, CartEvent, CartRejection> = {
  ...cart,
  streamType: 'cart',
  stateVersion: 3,
  // The browser's keyframes are these snapshots.
  snapshotEvery: keyframeInterval,
  bytesOf: ({ items }) => bytesOfCart + items.length * bytesOfItem,
}
