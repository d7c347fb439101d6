import type { StreamOpening, StreamWindow } from '../../../kit/wire/stream-opening'
import type { OfferedProduct } from '../commands'
import type { CartEvent } from '../events'
import type { CartState } from '../state'

export type CartWindow = StreamWindow<CartState, CartEvent>

/** What a page brings of a cart. */
export interface CartOpening extends StreamOpening<CartState, CartEvent> {
  /** What the catalogue says of the products in it; left out where nobody shops with it. */
  readonly offers?: readonly (readonly [string, OfferedProduct])[] | undefined
}
