import { named } from '@/components/ui/named'
import type { CartEvent } from '@/lib/shop/cart/events'
import type { CartState } from '@/lib/shop/cart/state'

/** What products are called: most events carry only their ids. */
export type ProductNames = ReadonlyMap<string, string>

/** What a product is called within a sentence; its id where that isn't known. */
export const nameOf = (names: ProductNames, productId: string): string =>
  named(names.get(productId) ?? productId)

/** What each product is called that is in a cart or is put there by the events that follow. */
export const namesOf = (cart: CartState, events: readonly CartEvent[]): ProductNames => {
  const names = new Map(cart.items.map(({ productId, productName }) => [productId, productName]))
  for (const { type, data } of events) {
    if (type === 'ItemAdded' && !names.has(data.productId)) names.set(data.productId, data.productName)
  }
  return names
}
