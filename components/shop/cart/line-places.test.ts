import { expect, test } from 'vitest'
import type { CartItem } from '@/lib/shop/cart/state'
import { linePlaces } from './line-places'

const line = (productId: string, quantity: number, amount: number): CartItem => ({
  productId,
  productName: `The ${productId}`,
  quantity,
  unitPrice: { amount, currency: 'USD' },
})
const [dear, lamp, cheap] = [line('mug', 3, 1599), line('lamp', 1, 5000), line('mug', 2, 1200)]

test('a product with one line is called by its name', () => {
  expect([...linePlaces([dear, lamp])]).toEqual([
    [dear, { key: 'mug', name: 'The mug', others: 0, last: dear }],
    [lamp, { key: 'lamp', name: 'The lamp', others: 0, last: lamp }],
  ])
})

test('of several lines each is called by its price, and the last is the one that is changed', () => {
  const places = linePlaces([dear, lamp, cheap])
  expect(places.get(dear)).toEqual({ key: 'mug', name: 'The mug at $15.99', others: 2, last: cheap })
  expect(places.get(cheap)).toEqual({ key: 'mug (2)', name: 'The mug at $12.00', others: 3, last: cheap })
  expect(places.get(lamp)?.name).toBe('The lamp')
})

test('a line keeps its key while its quantity and price change', () => {
  const before = linePlaces([dear, cheap])
  const [sold, other] = [line('mug', 1, 1500), line('mug', 9, 1100)]
  const after = linePlaces([sold, other])
  expect([after.get(sold)?.key, after.get(other)?.key]).toEqual([
    before.get(dear)?.key,
    before.get(cheap)?.key,
  ])
})
