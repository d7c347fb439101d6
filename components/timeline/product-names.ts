import type { CartEvent } from '@/lib/domain/cart/events'

export type ProductNames = ReadonlyMap<string, string>

/** What each product was called when it was first added; later events carry only its id. */
export const productNames = (events: Iterable<CartEvent>): ProductNames => {
  const names = new Map<string, string>()
  for (const { type, data } of events) {
    if (type === 'ItemAdded' && !names.has(data.productId)) names.set(data.productId, data.productName)
  }
  return names
}
