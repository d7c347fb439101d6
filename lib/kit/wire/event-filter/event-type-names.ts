import type { CartEventType } from '../../../shop/cart/events'

const names: Readonly<Record<CartEventType, true>> = {
  CartCreated: true,
  ItemAdded: true,
  ItemRemoved: true,
  ItemQuantityChanged: true,
  ItemRepriced: true,
  CartRestored: true,
  CartCheckedOut: true,
  CartAbandoned: true,
}

/** All types of a cart's events, always in the same order. */
export const cartEventTypeNames = Object.keys(names) as readonly CartEventType[]
