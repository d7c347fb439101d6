import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { money } from '../money'
import { itemAdded } from '../testing/events'
import { atFirstPrices } from './as-charged'
import { cart } from './cart'
import type { CartEvent } from './events'
import { type CartItem, cartTotal, quantityOf } from './state'

const productId = fc.constantFrom('a', 'b', 'c')
const quantity = fc.integer({ min: 1, max: 4 })
const price = fc.constantFrom(1, 10, 100)

/** Events of lines, also such as no decision would have come to. */
const lineEvent: fc.Arbitrary<CartEvent> = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(productId, quantity, price).map((added) => itemAdded(...added)) },
  fc
    .record({ productId, quantity, reason: fc.constant('r') })
    .map((data): CartEvent => ({ type: 'ItemRemoved', data })),
  fc
    .record({ productId, oldQuantity: quantity, newQuantity: quantity })
    .map((data): CartEvent => ({ type: 'ItemQuantityChanged', data })),
)
const repriced = fc
  .record({ productId, oldPrice: price, newPrice: price })
  .map(({ productId, oldPrice, newPrice }): CartEvent => {
    const prices = { oldPrice: money(oldPrice, 'USD'), newPrice: money(newPrice, 'USD') }
    return { type: 'ItemRepriced', data: { productId, ...prices } }
  })
const lineEvents = fc.array(fc.oneof({ weight: 5, arbitrary: lineEvent }, repriced), { maxLength: 60 })
/** As they were before a line's price could change. */
const oldEvents = fc.array(lineEvent, { maxLength: 60 })

const checkedOut = (amount: number): CartEvent => ({
  type: 'CartCheckedOut',
  data: {
    payment: { method: 'card' },
    totalAmount: money(amount, 'USD'),
    shippingAddress: { street: 's', city: 'c', state: 's', zipCode: 'z', country: 'c' },
  },
})

const foldOf = (events: readonly CartEvent[]) => cart.fold(cart.initial('c'), events)

/** A piece is one of a product at the price it was put in at. Each product's pieces, by price in the order of its lines. */
type Pieces = Map<string, number[]>

/** The arithmetic of the events, piece by piece: slow and plain. */
const piecesOf = (events: readonly CartEvent[]): Pieces => {
  const pieces: Pieces = new Map()
  for (const { type, data } of events) {
    if (type === 'ItemAdded') put(pieces, data.productId, data.unitPrice.amount, data.quantity)
    if (type === 'ItemRemoved') take(pieces, data.productId, data.quantity)
    if (type === 'ItemRepriced') {
      reprice(pieces, data.productId, data.oldPrice.amount, data.newPrice.amount)
    }
    if (type !== 'ItemQuantityChanged') continue
    const more = data.newQuantity - data.oldQuantity
    const last = pieces.get(data.productId)?.at(-1)
    if (more < 0) take(pieces, data.productId, -more)
    else if (last !== undefined) put(pieces, data.productId, last, more)
  }
  return pieces
}

const put = (pieces: Pieces, product: string, amount: number, count: number): void => {
  const present = pieces.get(product) ?? []
  const end = present.lastIndexOf(amount) + 1 || present.length
  present.splice(end, 0, ...new Array<number>(count).fill(amount))
  pieces.set(product, present)
}

const take = (pieces: Pieces, product: string, count: number): void => {
  const present = pieces.get(product) ?? []
  pieces.set(product, present.slice(0, Math.max(0, present.length - count)))
}

/** Those at the old price join those at the new one, where the first of both is. */
const reprice = (pieces: Pieces, product: string, from: number, to: number): void => {
  const present = pieces.get(product) ?? []
  if (!present.includes(from)) return
  const isOfThem = (amount: number) => amount === from || amount === to
  const others = present.filter((amount) => !isOfThem(amount))
  const joined = new Array<number>(present.length - others.length).fill(to)
  pieces.set(product, others.toSpliced(present.findIndex(isOfThem), 0, ...joined))
}

const piecesIn = (items: readonly CartItem[], product: string): number[] =>
  items
    .filter((item) => item.productId === product)
    .flatMap((item) => new Array<number>(item.quantity).fill(item.unitPrice.amount))

/** The rule of old: a product has one line, at its first price. */
const foldedAtFirstPrices = (events: readonly CartEvent[]): CartItem[] => {
  const lines = new Map<string, CartItem>()
  const change = (product: string, by: number) => {
    const line = lines.get(product)
    if (!line) return
    if (line.quantity + by > 0) lines.set(product, { ...line, quantity: line.quantity + by })
    else lines.delete(product)
  }
  for (const { type, data } of events) {
    if (type === 'ItemAdded') {
      if (lines.has(data.productId)) change(data.productId, data.quantity)
      else lines.set(data.productId, data)
    }
    if (type === 'ItemRemoved') change(data.productId, -data.quantity)
    if (type === 'ItemQuantityChanged') change(data.productId, data.newQuantity - data.oldQuantity)
  }
  return [...lines.values()]
}

describe('laws of lines', () => {
  it('what is in the cart is the arithmetic of its events, piece by piece', () => {
    fc.assert(
      fc.property(lineEvents, (events) => {
        const state = foldOf(events)
        const pieces = piecesOf(events)
        for (const product of ['a', 'b', 'c']) {
          expect(piecesIn(state.items, product)).toEqual(pieces.get(product) ?? [])
          expect(quantityOf(state, product)).toBe(pieces.get(product)?.length ?? 0)
        }
        const all = [...pieces.values()].flat()
        expect(cartTotal(state).amount).toBe(all.reduce((sum, amount) => sum + amount, 0))
      }),
    )
  })

  it('no two lines are of the same product and price', () => {
    fc.assert(
      fc.property(lineEvents, (events) => {
        const keys = foldOf(events).items.map((item) => `${item.unitPrice.amount} ${item.productId}`)
        expect(new Set(keys).size).toBe(keys.length)
      }),
    )
  })

  it('at first prices they are what the rule of old made of the events', () => {
    fc.assert(
      fc.property(oldEvents, (events) => {
        expect(atFirstPrices(foldOf(events).items)).toEqual(foldedAtFirstPrices(events))
      }),
    )
  })

  it('a checked-out cart comes to what was charged, by the rule of today or by that of old', () => {
    fc.assert(
      fc.property(oldEvents, fc.boolean(), (events, isOfOld) => {
        const first = foldedAtFirstPrices(events)
        const firstTotal = cartTotal({ ...cart.initial('c'), items: first })
        const { amount } = isOfOld ? firstTotal : cartTotal(foldOf(events))
        const closed = foldOf([...events, checkedOut(amount)])
        expect(cartTotal(closed)).toEqual(money(amount, 'USD'))
        expect(cart.evolve(foldOf(events), checkedOut(amount))).toStrictEqual(closed)
      }),
    )
  })
})
