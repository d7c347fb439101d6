import type { StoredStreamType } from '../../../kit/streams/stored-stream-type'
import { cartStreamType } from '../cart-stream'
import type { CartCommand } from '../commands'
import type { CartRejection } from '../decide'
import type { CartEvent } from '../events'
import type { CartState } from '../state'
import { cartEventTypes } from './cart-event-types'

const bytesOfCart = 300
const bytesOfItem = 300

/** Carts as they are stored. */
export const storedCart: StoredStreamType<CartState, CartCommand, CartEvent, CartRejection> = {
  ...cartStreamType,
  eventTypes: cartEventTypes,
  endings: ['CartCheckedOut', 'CartAbandoned'],
  stateVersion: 3,
  bytesOf: ({ items }) => bytesOfCart + items.length * bytesOfItem,
}
