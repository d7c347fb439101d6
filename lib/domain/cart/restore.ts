import { isSameMoney } from '../money'
import type { ItemAdded, ItemQuantityChanged, ItemRemoved } from './events'
import { type CartItem, quantitiesOf } from './state'

type LineEvent = ItemAdded | ItemRemoved | ItemQuantityChanged

/**
 * Few events that make a cart's present lines what they were in the past: the same lines in the same order, at the
 * names and prices of then. None when they are so already; the fewest where no product has several lines.
 */
export const compensate = (
  present: readonly CartItem[],
  past: readonly CartItem[],
  reason: string,
): LineEvent[] => {
  const kept = keptLines(present, past)
  const stays = new Set(kept.map(({ now }) => now))
  return [
    ...removals(
      present.filter((line) => !stays.has(line)),
      reason,
    ),
    ...kept.flatMap(changed),
    ...past.slice(kept.length).map(added),
  ]
}

interface KeptLine {
  readonly now: CartItem
  readonly then: CartItem
  /** How many of the product are in the lines before it. */
  readonly before: number
}

/**
 * What is added goes to the end, so the lines that stay are the first ones of the past, as many as still stand in
 * order. Of a product's lines only the last one that stays may have another quantity: nothing else can be changed.
 */
const keptLines = (present: readonly CartItem[], past: readonly CartItem[]): KeptLine[] => {
  const linesOf = placesByProduct(present)
  const settled = new Map<string, Settled>()
  const kept: KeptLine[] = []
  let last = -1
  for (const then of past) {
    const { count, quantity, isSame } = settled.get(then.productId) ?? none
    const place = linesOf.get(then.productId)?.[count] ?? -1
    const now = present[place]
    if (!now || !isSame || place < last || !isSameOffer(now, then)) break
    last = place
    settled.set(then.productId, {
      count: count + 1,
      quantity: quantity + then.quantity,
      isSame: now.quantity === then.quantity,
    })
    kept.push({ now, then, before: quantity })
  }
  return kept
}

/** A product's lines that were found to stay. */
interface Settled {
  readonly count: number
  readonly quantity: number
  readonly isSame: boolean
}

const none: Settled = { count: 0, quantity: 0, isSame: true }

const placesByProduct = (lines: readonly CartItem[]): Map<string, number[]> => {
  const places = new Map<string, number[]>()
  for (const [place, { productId }] of lines.entries()) {
    const known = places.get(productId)
    if (known) known.push(place)
    else places.set(productId, [place])
  }
  return places
}

const isSameOffer = (one: CartItem, other: CartItem): boolean =>
  one.productName === other.productName && isSameMoney(one.unitPrice, other.unitPrice)

/** A product's lines that go are its last ones: one event takes them all. */
const removals = (gone: readonly CartItem[], reason: string): ItemRemoved[] =>
  [...quantitiesOf(gone)].map(([productId, quantity]) => ({
    type: 'ItemRemoved',
    data: { productId, quantity, reason },
  }))

const changed = ({ now, then, before }: KeptLine): ItemQuantityChanged[] => {
  if (now.quantity === then.quantity) return []
  const [oldQuantity, newQuantity] = [before + now.quantity, before + then.quantity]
  return [{ type: 'ItemQuantityChanged', data: { productId: then.productId, oldQuantity, newQuantity } }]
}

const added = ({ productId, productName, quantity, unitPrice }: CartItem): ItemAdded => ({
  type: 'ItemAdded',
  data: { productId, productName, quantity, unitPrice },
})
