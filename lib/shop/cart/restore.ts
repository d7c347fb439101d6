import { isSameMoney, type Money } from '../money'
import type { Offers } from './commands'
import type { ItemAdded, ItemQuantityChanged, ItemRemoved, LeftOut } from './events'
import { foldCart } from './evolve'
import { nameIn } from './lines'
import { type CartItem, type CartState, quantitiesOf } from './state'

type LineEvent = ItemAdded | ItemRemoved | ItemQuantityChanged

interface Restoration {
  readonly events: readonly LineEvent[]
  /** The products as their lines should stand after the events, where they don't. */
  readonly order: readonly string[] | undefined
  readonly leftOut: readonly LeftOut[]
}

interface Options {
  /** Today's names and prices; the last known ones where nobody asked the catalogue. */
  readonly offers: Offers | undefined
  readonly reason: string | undefined
}

/**
 * What brings a cart back to what it held in the past: so many of each product, in that order. Only what really differs:
 * one event for each product whose quantity does. What comes back costs what it costs today, so what the
 * catalogue offers no longer, or in another currency, can't.
 */
export const restoration = (cart: CartState, past: readonly CartItem[], options: Options): Restoration => {
  const { reason, offers = lastKnownOffers(cart.items, past) } = options
  const now = quantitiesOf(cart.items)
  const then = quantitiesOf(past)
  const events: LineEvent[] = []
  const leftOut: LeftOut[] = []
  for (const [productId, quantity] of now) {
    if (!then.has(productId)) events.push(removed(productId, quantity, reason))
  }
  let currency = cart.items.find(({ productId }) => then.has(productId))?.unitPrice.currency
  for (const [productId, wanted] of then) {
    const there = now.get(productId) ?? 0
    const offer = offers.get(productId)
    if (wanted < there) events.push(changed(productId, there, wanted))
    if (wanted <= there) continue
    if (!offer || offer.isWithdrawn || (currency ?? offer.unitPrice.currency) !== offer.unitPrice.currency) {
      const productName = nameIn(past, productId) ?? productId
      leftOut.push({ productId, productName, quantity: wanted - there })
      continue
    }
    currency = offer.unitPrice.currency
    events.push(
      isPriceOfLast(cart.items, productId, offer.unitPrice)
        ? changed(productId, there, wanted)
        : added({ productId, productName: offer.name, quantity: wanted - there, unitPrice: offer.unitPrice }),
    )
  }
  return { events, order: orderFor(foldCart(cart, events).items, past), leftOut }
}

/** Does a cart hold as many of each product, in the same order? Then there is nothing to bring back. */
export const holdsTheSame = (present: readonly CartItem[], past: readonly CartItem[]): boolean => {
  const [now, then] = [[...quantitiesOf(present)], [...quantitiesOf(past)]]
  return (
    now.length === then.length &&
    now.every(([id, quantity], place) => then[place]?.[0] === id && then[place]?.[1] === quantity)
  )
}

/** What products were called and cost last: in the cart as it is, else as it was. */
export const lastKnownOffers = (present: readonly CartItem[], past: readonly CartItem[]): Offers =>
  new Map(
    [...past, ...present].map(({ productId, productName: name, unitPrice }) => [
      productId,
      { name, unitPrice },
    ]),
  )

const orderFor = (items: readonly CartItem[], past: readonly CartItem[]): readonly string[] | undefined => {
  const stand = [...quantitiesOf(items).keys()]
  const present = new Set(stand)
  const order = [...quantitiesOf(past).keys()].filter((productId) => present.has(productId))
  return order.every((productId, place) => stand[place] === productId) ? undefined : order
}

/** More of a product goes into the last of its lines, which has to be at that price then. */
const isPriceOfLast = (items: readonly CartItem[], productId: string, price: Money): boolean => {
  const last = items.findLast((line) => line.productId === productId)
  return last !== undefined && isSameMoney(last.unitPrice, price)
}

const removed = (productId: string, quantity: number, reason: string | undefined): ItemRemoved => ({
  type: 'ItemRemoved',
  data: { productId, quantity, ...(reason !== undefined && { reason }) },
})

const changed = (productId: string, oldQuantity: number, newQuantity: number): ItemQuantityChanged => ({
  type: 'ItemQuantityChanged',
  data: { productId, oldQuantity, newQuantity },
})

const added = (data: ItemAdded['data']): ItemAdded => ({ type: 'ItemAdded', data })
