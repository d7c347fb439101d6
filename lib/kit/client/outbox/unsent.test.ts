import { expect, test } from 'vitest'
import { unsentCount } from './unsent'

const entries = [
  { cartId: 'cart-1' },
  { cartId: 'cart-1', answered: { version: 3, at: 0 } },
  { cartId: 'cart-2' },
  { cartId: null },
]

test('a shopper is told of all they did', () => {
  expect(unsentCount(entries, { cartId: 'cart-1', readOnly: false })).toBe(3)
})

test('who looks at a cart is told of what they did to this one', () => {
  expect(unsentCount(entries, { cartId: 'cart-1', readOnly: true })).toBe(1)
  expect(unsentCount(entries, { cartId: 'cart-3', readOnly: true })).toBe(0)
})
