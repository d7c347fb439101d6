import type { CartItem } from '@/lib/shop/cart/state'
import { named } from '../../ui/named'
import { formatMoney } from '../money-format'

/** Where a line stands among those of its product. */
export interface LinePlace {
  /** Stays the same while its quantity or price changes: what leaves a cart leaves a product's last line first. */
  readonly key: string
  /** What it is called in a sentence; where its product has other lines, "Ceramic Mug at $12.00". */
  readonly name: string
  /** How many of the product the other lines hold. */
  readonly others: number
  /** The product's last line: what is put in or taken out changes this one. */
  readonly last: CartItem
}

/** The places of a cart's lines. Hardly ever has a product more than one. */
export const linePlaces = (items: readonly CartItem[]): ReadonlyMap<CartItem, LinePlace> => {
  const products = new Map<string, CartItem[]>()
  for (const item of items) {
    const lines = products.get(item.productId)
    if (lines) lines.push(item)
    else products.set(item.productId, [item])
  }
  return new Map([...products.values()].flatMap(placesOf))
}

const placesOf = (lines: readonly CartItem[]): [CartItem, LinePlace][] => {
  const all = lines.reduce((sum, { quantity }) => sum + quantity, 0)
  return lines.map((line, index) => [line, placeOf(line, index, all - line.quantity, lines.at(-1) ?? line)])
}

const placeOf = (line: CartItem, index: number, others: number, last: CartItem): LinePlace => {
  const name = named(line.productName)
  return {
    key: index === 0 ? line.productId : `${line.productId} (${index + 1})`,
    name: others === 0 ? name : `${name} at ${formatMoney(line.unitPrice)}`,
    others,
    last,
  }
}
