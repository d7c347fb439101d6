import type { CartEvent } from '../../../shop/cart/events'
import type { NameOf } from './matches-event'

/** What each product was called when it was first added, told by a cart's events as they are handed in. */
export const createFirstNames = () => {
  const names = new Map<string, string>()
  return {
    keep: ({ type, data }: CartEvent): void => {
      if (type === 'ItemAdded' && !names.has(data.productId)) names.set(data.productId, data.productName)
    },
    nameOf: ((productId) => names.get(productId)) satisfies NameOf,
  }
}
