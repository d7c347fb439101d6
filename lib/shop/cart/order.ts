import type { CartItem } from './state'

/** Lines in the order of their products; what isn't named comes last, and lines of one product stay as they stood. */
export const inOrder = (items: readonly CartItem[], order: readonly string[]): readonly CartItem[] => {
  const places = new Map(order.map((productId, place) => [productId, place]))
  const placeOf = ({ productId }: CartItem) => places.get(productId) ?? order.length
  return [...items].sort((one, other) => placeOf(one) - placeOf(other))
}
