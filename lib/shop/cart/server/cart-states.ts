import type { Streams } from '../../../kit/server/projections/projection'
import { createStreamStates, type StreamStep } from '../../../kit/server/projections/stream-states'
import type { CartEvent } from '../events'
import type { CartState } from '../state'
import { storedCart } from '../wire/stored-cart'

/** A cart's event, and the cart before and after it. */
export type CartChange = StreamStep<CartState, CartEvent>

const maxBytes = 60_000_000

/** Walks carts along their events. */
export const createCartStates = (streams: Streams, bytes = maxBytes) =>
  createStreamStates<CartState, CartEvent>(storedCart, streams, bytes)
