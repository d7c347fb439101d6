import type { StreamType } from '../../kit/streams/stream-type'
import { cart } from './cart'
import type { CartCommand } from './commands'
import type { CartRejection } from './decide'
import type { CartEvent } from './events'
import type { CartState } from './state'

/** Carts as a type of streams. */
export const cartStreamType: StreamType<CartState, CartCommand, CartEvent, CartRejection> = {
  ...cart,
  streamType: 'cart',
  milestones: ['CartCreated', 'CartRestored', 'CartCheckedOut', 'CartAbandoned', 'CartReopened'],
  ownerOf: (first) => (first.type === 'CartCreated' ? first.data.customerId : undefined),
}
