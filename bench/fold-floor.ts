import type { CartEvent } from '../lib/domain/cart/events'

/**
 * What a fold costs at least: one state, mutated, with the quantities in a map. It forgets names, order and
 * all states before the last one, which the cart's own fold keeps.
 */
export const foldInPlace = (events: readonly CartEvent[]): number => {
  const items = new Map<string, { quantity: number; amount: number }>()
  for (const { type, data } of events) {
    if (type === 'ItemAdded') {
      const item = items.get(data.productId)
      if (item) item.quantity += data.quantity
      else items.set(data.productId, { quantity: data.quantity, amount: data.unitPrice.amount })
    } else if (type === 'ItemQuantityChanged') {
      const item = items.get(data.productId)
      if (item) item.quantity += data.newQuantity - data.oldQuantity
    }
  }
  let total = 0
  for (const { quantity, amount } of items.values()) total += quantity * amount
  return total
}
