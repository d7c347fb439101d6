import type { ItemAdded, ItemQuantityChanged, ItemRemoved } from './events'
import type { CartItem } from './state'

type LineEvent = ItemAdded | ItemRemoved | ItemQuantityChanged

/**
 * The fewest events that make a cart's present lines what they were in the past: the same products in the same
 * order, at the names and prices of then. None when they are so already.
 */
export const compensate = (
  present: readonly CartItem[],
  past: readonly CartItem[],
  reason: string,
): LineEvent[] => {
  const lines = new Map(present.map((line, place) => [line.productId, { line, place }]))
  const kept = countKept(lines, past)
  const keptIds = new Set(past.slice(0, kept).map(({ productId }) => productId))
  return [
    ...present.filter(({ productId }) => !keptIds.has(productId)).map((line) => removed(line, reason)),
    ...past.slice(0, kept).flatMap((line) => changed(lines.get(line.productId)?.line, line)),
    ...past.slice(kept).map(added),
  ]
}

type PlacedLines = ReadonlyMap<string, { readonly line: CartItem; readonly place: number }>

/** What is added goes to the end, so the lines that stay are the first ones of the past, as many as still stand in order. */
const countKept = (present: PlacedLines, past: readonly CartItem[]): number => {
  let last = -1
  const gone = past.findIndex((line) => {
    const now = present.get(line.productId)
    if (!now || now.place < last || !isSameOffer(now.line, line)) return true
    last = now.place
    return false
  })
  return gone === -1 ? past.length : gone
}

const isSameOffer = (one: CartItem, other: CartItem): boolean =>
  one.productName === other.productName &&
  one.unitPrice.amount === other.unitPrice.amount &&
  one.unitPrice.currency === other.unitPrice.currency

const removed = ({ productId, quantity }: CartItem, reason: string): ItemRemoved => ({
  type: 'ItemRemoved',
  data: { productId, quantity, reason },
})

const changed = (
  now: CartItem | undefined,
  { productId, quantity: newQuantity }: CartItem,
): ItemQuantityChanged[] =>
  now && now.quantity !== newQuantity
    ? [{ type: 'ItemQuantityChanged', data: { productId, oldQuantity: now.quantity, newQuantity } }]
    : []

const added = ({ productId, productName, quantity, unitPrice }: CartItem): ItemAdded => ({
  type: 'ItemAdded',
  data: { productId, productName, quantity, unitPrice },
})
