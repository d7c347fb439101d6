import { describe, expect, it } from 'vitest'
import { money } from '../money'
import { cartCreated, itemAdded } from '../testing/events'
import { cart } from './cart'
import type { CartEvent } from './events'
import { cartTotal, quantityOf } from './state'

const removed = (productId: string, quantity: number): CartEvent => ({
  type: 'ItemRemoved',
  data: { productId, quantity, reason: 'r' },
})
const changed = (productId: string, oldQuantity: number, newQuantity: number): CartEvent => ({
  type: 'ItemQuantityChanged',
  data: { productId, oldQuantity, newQuantity },
})
const checkedOut = (amount: number, currency = 'USD'): CartEvent => ({
  type: 'CartCheckedOut',
  data: {
    payment: { method: 'card' },
    totalAmount: money(amount, currency),
    shippingAddress: { street: 's', city: 'c', state: 's', zipCode: 'z', country: 'c' },
  },
})

const repriced = (productId: string, from: number, to: number): CartEvent => ({
  type: 'ItemRepriced',
  data: { productId, oldPrice: money(from, 'USD'), newPrice: money(to, 'USD') },
})

const cartWith = (...events: CartEvent[]) => {
  const history = [cartCreated(), ...events]
  const state = cart.fold(cart.initial('c'), history)
  expect(history.reduce(cart.evolve, cart.initial('c'))).toStrictEqual(state)
  return state
}
/** A cart's lines as product, quantity and price. */
const linesAfter = (...events: CartEvent[]) =>
  cartWith(...events).items.map((item) => [item.productId, item.quantity, item.unitPrice.amount])

/** Three mugs at 10, a lamp, two mugs at 12 and one at 15. */
const mugs = [
  itemAdded('mug', 3, 10),
  itemAdded('lamp', 1, 50),
  itemAdded('mug', 2, 12),
  itemAdded('mug', 1, 15),
]

describe('an emptied cart', () => {
  it('comes to nothing in the currency it had', () => {
    const { type, data } = itemAdded('mug', 2, 10) as Extract<CartEvent, { type: 'ItemAdded' }>
    const inPounds: CartEvent = { type, data: { ...data, unitPrice: money(10, 'GBP') } }
    expect(cartTotal(cartWith(inPounds, removed('mug', 2)))).toEqual(money(0, 'GBP'))
    expect(cartTotal(cartWith())).toEqual(money(0, 'USD'))
  })
})

describe('lines', () => {
  it('are told apart by product and price, in the order they were first added', () => {
    expect(linesAfter(...mugs)).toEqual([
      ['mug', 3, 10],
      ['lamp', 1, 50],
      ['mug', 2, 12],
      ['mug', 1, 15],
    ])
    expect(quantityOf(cartWith(...mugs), 'mug')).toBe(6)
    expect(cartTotal(cartWith(...mugs))).toEqual(money(3 * 10 + 50 + 2 * 12 + 15, 'USD'))
  })

  it('take in more at their price, whichever was added last', () => {
    expect(linesAfter(...mugs, itemAdded('mug', 4, 12), itemAdded('mug', 1, 10))).toEqual([
      ['mug', 4, 10],
      ['lamp', 1, 50],
      ['mug', 6, 12],
      ['mug', 1, 15],
    ])
  })

  it('are told apart by currency too', () => {
    const { type, data } = itemAdded('mug', 1, 10) as Extract<CartEvent, { type: 'ItemAdded' }>
    const inPounds: CartEvent = { type, data: { ...data, unitPrice: money(10, 'GBP') } }
    expect(cartWith(itemAdded('mug', 1, 10), inPounds).items).toHaveLength(2)
  })

  it('give what is taken out, the one added last first', () => {
    expect(linesAfter(...mugs, removed('mug', 2))).toEqual([
      ['mug', 3, 10],
      ['lamp', 1, 50],
      ['mug', 1, 12],
    ])
    expect(linesAfter(...mugs, changed('mug', 6, 2))).toEqual([
      ['mug', 2, 10],
      ['lamp', 1, 50],
    ])
    expect(linesAfter(...mugs, removed('mug', 6))).toEqual([['lamp', 1, 50]])
  })

  it('give no more than they hold', () => {
    expect(linesAfter(...mugs, removed('mug', 9), removed('pen', 1))).toEqual([['lamp', 1, 50]])
  })

  it('take in a higher quantity at the end of their product', () => {
    expect(linesAfter(...mugs, changed('mug', 6, 8)).at(-1)).toEqual(['mug', 3, 15])
    expect(linesAfter(...mugs, changed('lamp', 1, 2)).at(1)).toEqual(['lamp', 2, 50])
    expect(linesAfter(...mugs, changed('pen', 1, 2))).toHaveLength(4)
  })

  it('come back at the end once their product was gone', () => {
    expect(linesAfter(...mugs, removed('mug', 6), itemAdded('mug', 1, 12), itemAdded('mug', 1, 10))).toEqual([
      ['lamp', 1, 50],
      ['mug', 1, 12],
      ['mug', 1, 10],
    ])
  })

  it('come to what was charged', () => {
    expect(linesAfter(...mugs, checkedOut(119))).toEqual(linesAfter(...mugs))
  })

  it('are told at first prices where that is what was charged', () => {
    const state = cartWith(...mugs, checkedOut(110))
    expect(state.items.map((item) => [item.productId, item.quantity, item.unitPrice.amount])).toEqual([
      ['mug', 6, 10],
      ['lamp', 1, 50],
    ])
    expect(cartTotal(state)).toEqual(money(110, 'USD'))
  })

  it('stay as they are where neither comes to what was charged', () => {
    for (const charge of [checkedOut(111), checkedOut(110, 'GBP')]) {
      expect(linesAfter(...mugs, charge)).toEqual(linesAfter(...mugs))
    }
  })
})

describe('a line that takes on another price', () => {
  it('stays in its place', () => {
    expect(linesAfter(...mugs, repriced('mug', 10, 11))).toEqual([
      ['mug', 3, 11],
      ['lamp', 1, 50],
      ['mug', 2, 12],
      ['mug', 1, 15],
    ])
    expect(linesAfter(...mugs, repriced('mug', 15, 9)).at(-1)).toEqual(['mug', 1, 9])
  })

  it('becomes one with the line at that price, where the first of them stands', () => {
    const [first, last] = [
      ['mug', 5, 12],
      ['mug', 4, 15],
    ]
    const lamp = ['lamp', 1, 50]
    expect(linesAfter(...mugs, repriced('mug', 10, 12))).toEqual([first, lamp, ['mug', 1, 15]])
    expect(linesAfter(...mugs, repriced('mug', 12, 10))).toEqual([['mug', 5, 10], lamp, ['mug', 1, 15]])
    expect(linesAfter(...mugs, repriced('mug', 10, 15))).toEqual([last, lamp, ['mug', 2, 12]])
  })

  it('is taken from and added to like any other afterwards', () => {
    const all = [repriced('mug', 10, 20), repriced('mug', 12, 20), repriced('mug', 15, 20)]
    expect(linesAfter(...mugs, ...all)).toEqual([
      ['mug', 6, 20],
      ['lamp', 1, 50],
    ])
    expect(linesAfter(...mugs, ...all, itemAdded('mug', 1, 10), removed('mug', 2))).toEqual([
      ['mug', 5, 20],
      ['lamp', 1, 50],
    ])
  })

  it('that isn’t there changes nothing', () => {
    expect(linesAfter(...mugs, repriced('mug', 11, 12), repriced('pen', 1, 2))).toEqual(linesAfter(...mugs))
  })
})
