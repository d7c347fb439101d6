import type { Merged } from '../../../kit/client/outbox/outbox'
import type { CartItem, CartState } from '../state'
import type { CartEntry } from './cart-entry'
import { coalesce } from './coalesce'

/** What does the same as two commands in a row for one product. */
export const mergeEntries = (waiting: CartEntry, more: CartEntry): Merged<CartEntry> => {
  const merged = coalesce(waiting.request, more.request)
  if (merged.type !== 'one') return merged
  const product = more.product ?? waiting.product
  return { type: 'one', entry: { ...waiting, request: merged.request, product } }
}

interface CartOnTheWay {
  readonly confirmed: CartState
  readonly shown: CartState
  readonly pending: readonly CartEntry[]
}

/** Only while the product is in the cart, and all of it, and of what is to be put in, has one price. */
export const mayMerge = (entry: CartEntry, { confirmed, shown, pending }: CartOnTheWay): boolean => {
  const { subject: product } = entry
  const isInCart = shown.items.some(({ productId }) => productId === product)
  return isInCart && pricesOf(product, confirmed.items, shown.items, [...pending, entry]).size <= 1
}

/** The prices of a product: in the cart before and after what is on its way, and of what is to be put in. */
const pricesOf = (
  product: string | undefined,
  before: readonly CartItem[],
  after: readonly CartItem[],
  entries: readonly CartEntry[],
): ReadonlySet<string> => {
  const lines = [...before, ...after].filter(({ productId }) => productId === product)
  const offers = entries.filter(({ subject }) => subject === product)
  const prices = [...lines, ...offers.flatMap((entry) => entry.product ?? [])]
  return new Set(prices.map(({ unitPrice }) => `${unitPrice.amount} ${unitPrice.currency}`))
}
