import type { OfferedProduct } from '../../shop/cart/commands'
import type { CartState } from '../../shop/cart/state'
import type { RecordedCartEvent } from '../../shop/wire/recorded-shop-events'

/** Some of a cart's events in a row, and the state before them. */
export interface CartWindow {
  /** The version of `state`: a multiple of `keyframeInterval`. */
  readonly from: number
  readonly state: CartState
  readonly events: readonly RecordedCartEvent[]
}

/** What a page brings of a cart: its last events with the state before them, and the windows of what it looks at. */
export interface CartOpening {
  readonly cartId: string
  /** When its first event happened, ISO 8601; undefined while there is none. */
  readonly createdAt: string | undefined
  /** It may hold more events than a window does. */
  readonly last: CartWindow
  readonly windows: readonly CartWindow[]
  /** What the catalogue says of the products in it; left out where nobody shops with it. */
  readonly offers?: readonly (readonly [string, OfferedProduct])[] | undefined
}
