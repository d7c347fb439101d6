import { keyframeInterval } from '../../../kit/kernel/keyframe-interval'
import type { Aggregate } from '../../../kit/server/aggregates/aggregate'
import { cart } from '../cart'
import type { CartCommand } from '../commands'
import type { CartRejection } from '../decide'
import type { CartEvent } from '../events'
import type { CartState } from '../state'

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
