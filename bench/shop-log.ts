import { v7 as uuidv7 } from 'uuid'
import { beginStory } from '../lib/kit/events/cause'
import type { Actor } from '../lib/kit/events/recorded-event'
import type { NewEvent } from '../lib/kit/server/store/event-store'
import { newEvent } from '../lib/kit/server/store/new-event'
import type { CartEvent } from '../lib/shop/cart/events'
import { money } from '../lib/shop/money'
import { randomOf } from '../lib/shop/testing/shopping'
import { shopEvents } from '../lib/shop/wire/events/shop-events'

/** A cart with all of its events. */
export interface ShopCart {
  readonly cartId: string
  readonly events: readonly NewEvent[]
}

export const customers = 20_000
const products = 5_000
const vocabulary = 800
const rareEvery = 30_000
const begin = Date.UTC(2011, 0, 1)
const end = Date.UTC(2026, 10, 21)
/** The oldest fifth was imported. */
const imported = 0.2

const syllables = ['ka', 'lo', 'mi', 'nu', 'pe', 'ra', 'so', 'ti', 'vu', 'ze']

/** A word for a number: the lower, the more common it is in names. */
export const wordFor = (nth: number): string =>
  [...String(nth).padStart(3, '0')].map((digit) => syllables[Number(digit)]).join('')

const nameOf = (product: number): string => {
  const random = randomOf(product)
  return Array.from({ length: 4 }, () => wordFor(Math.floor(vocabulary * random() ** 3))).join(' ')
}

/**
 * A shop's log, oldest cart first, the same each time but for ids of events: names share their words, some products are in
 * many carts and some in few, about half of the carts were checked out and a quarter abandoned.
 */
export function* shopLog(events: number): Generator<ShopCart> {
  const random = randomOf(7)
  const below = (count: number) => Math.floor(random() * count)
  for (let nth = 0, made = 0; made < events; nth++) {
    const at = begin + (end - begin) * (made / events)
    const facts = factsOf(nth, below, random).slice(0, events - made)
    const actor = actorOf(made / events, below)
    yield { cartId: cartIdOf(nth, at), events: facts.map((event) => toNewEvent(event, at, actor)) }
    made += facts.length
  }
}

const cartIdOf = (nth: number, at: number): string =>
  `${Math.floor(at)
    .toString(16)
    .padStart(12, '0')
    .replace(/^(.{8})/, '$1-')}-7000-8000-${String(nth).padStart(12, '0')}`

const actorOf = (place: number, below: (count: number) => number): Actor => {
  if (place < imported) return { kind: 'import', id: 'online_retail.csv.gz' }
  return below(20) === 0
    ? { kind: 'staff', id: `staff-${below(10)}` }
    : { kind: 'customer', id: customerId(below(customers)) }
}

export const customerId = (nth: number): string => `customer-${String(nth).padStart(5, '0')}`

const factsOf = (nth: number, below: (count: number) => number, random: () => number): CartEvent[] => {
  const currency = random() < 0.7 ? 'GBP' : random() < 0.9 ? 'USD' : 'JPY'
  const lines = Array.from({ length: 3 + below(11) }, () => Math.floor(products * random() ** 2))
  const added = lines.map((product) =>
    addedOf(String(product), nameOf(product), 1 + below(5), 50 + below(9_950), currency),
  )
  const rare = nth % rareEvery === 0 ? [addedOf('rare', 'Rarissimum Unicum', 1, 100, currency)] : []
  const removed: CartEvent[] = lines.slice(0, below(3)).map((product) => ({
    type: 'ItemRemoved',
    data: { productId: `product-${product}`, quantity: 1, reason: 'Changed my mind' },
  }))
  return [
    { type: 'CartCreated', data: { customerId: customerId(below(customers)) } },
    ...added,
    ...rare,
    ...removed,
    ...endingOf(below(4), below(100_000), currency),
  ]
}

const addedOf = (
  product: string,
  productName: string,
  quantity: number,
  amount: number,
  currency: string,
): CartEvent => ({
  type: 'ItemAdded',
  data: { productId: `product-${product}`, productName, quantity, unitPrice: money(amount, currency) },
})

const endingOf = (kind: number, house: number, currency: string): CartEvent[] => {
  if (kind === 0) return []
  if (kind === 1) return [{ type: 'CartAbandoned', data: { reason: 'Idle for a week' } }]
  const shippingAddress = {
    street: `${house} Old Mill Road`,
    city: 'Bath',
    state: 'SOM',
    zipCode: 'BA1',
    country: 'GB',
  }
  return [
    {
      type: 'CartCheckedOut',
      data: { payment: { method: 'card' }, totalAmount: money(1_000, currency), shippingAddress },
    },
  ]
}

const toNewEvent = (event: CartEvent, at: number, actor: Actor): NewEvent =>
  newEvent(shopEvents, event, {
    eventId: uuidv7(),
    occurredAt: new Date(at).toISOString(),
    actor,
    cause: beginStory(uuidv7()),
  })
