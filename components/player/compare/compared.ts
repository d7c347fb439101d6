import type { CartState } from '@/lib/shop/cart/state'

/** Two versions of a cart: the one it is compared with, and the one looked at. */
export interface Compared {
  readonly before: CartState
  readonly after: CartState
}
