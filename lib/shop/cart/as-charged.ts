import { lineOf } from './lines'
import { amountOf, type CartItem } from './state'

/**
 * A checked-out cart's lines as they were charged. Once a product in a cart had one price, that of its first line: a
 * cart that was charged so, where its lines come to another total, is told at first prices.
 */
export const asCharged = (lines: readonly CartItem[], charged: number): readonly CartItem[] => {
  if (amountOf(lines) === charged) return lines
  const first = atFirstPrices(lines)
  return amountOf(first) === charged ? first : lines
}

/** One line for each product, in the place and at the price of its first. */
export const atFirstPrices = (lines: readonly CartItem[]): readonly CartItem[] => {
  const merged = new Map<string, CartItem>()
  for (const line of lines) {
    const first = merged.get(line.productId)
    merged.set(line.productId, first ? lineOf(first, first.quantity + line.quantity) : line)
  }
  return [...merged.values()]
}
