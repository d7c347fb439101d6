import { named } from '@/components/ui/named'
import { windowOfEvent } from '@/lib/kit/history/history'
import type { CartHistory } from '@/lib/shop/cart/client/cart-log'
import type { CartEvent } from '@/lib/shop/cart/events'
import type { CartState } from '@/lib/shop/cart/state'

export type ProductNames = ReadonlyMap<string, string>

/** What a product is called within a sentence; its id where that isn't known. */
export const nameOf = (names: ProductNames, productId: string): string =>
  named(names.get(productId) ?? productId)

const none: ProductNames = new Map()
const known = new WeakMap<object, ProductNames>()

/** What each product of an event was called then; most events carry only its id. */
export const productNames = ({ windows }: CartHistory, version: number): ProductNames => {
  const window = windows.get(windowOfEvent(version))
  if (!window) return none
  const names = known.get(window) ?? namesOf(window.state, window.events)
  known.set(window, names)
  return names
}

/** What each product is called that is in a cart or is put there by the events that follow. */
export const namesOf = (cart: CartState, events: readonly CartEvent[]): ProductNames => {
  const names = new Map(cart.items.map(({ productId, productName }) => [productId, productName]))
  for (const { type, data } of events) {
    if (type === 'ItemAdded' && !names.has(data.productId)) names.set(data.productId, data.productName)
  }
  return names
}
