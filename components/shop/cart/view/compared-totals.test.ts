import { expect, test } from 'vitest'
import { type CartState, initialCart } from '@/lib/shop/cart/state'
import { comparedTotals } from './compared-totals'

const cart = (amount: number, currency = 'GBP'): CartState => ({
  ...initialCart('cart-1'),
  items: [{ productId: 'mug', productName: 'Mug', quantity: 1, unitPrice: { amount, currency } }],
  currency,
})
const empty = initialCart('cart-1')
const pounds = (amount: number) => ({ amount, currency: 'GBP' })

test('an emptied cart comes to nothing in the currency it had', () => {
  expect(comparedTotals({ before: cart(900), after: empty })).toEqual({
    was: pounds(900),
    is: pounds(0),
    difference: pounds(-900),
  })
})

test('a cart begins at nothing in the currency it has', () => {
  expect(comparedTotals({ before: empty, after: cart(900) })).toEqual({
    was: pounds(0),
    is: pounds(900),
    difference: pounds(900),
  })
})

test('of two without lines nothing is told', () => {
  expect(comparedTotals({ before: empty, after: { ...empty, status: 'abandoned' } })).toBeUndefined()
})

test('two currencies have no difference', () => {
  expect(comparedTotals({ before: cart(900), after: cart(800, 'USD') })).toEqual({
    was: pounds(900),
    is: { amount: 800, currency: 'USD' },
    difference: undefined,
  })
})
