import { expect, test } from 'vitest'
import { lineChanges } from '@/lib/shop/cart/line-changes'
import type { CartItem } from '@/lib/shop/cart/state'
import { changeWords } from './change-words'

const mugs = (quantity: number, amount = 1599): CartItem => ({
  productId: 'mug',
  productName: 'Ceramic Mug',
  quantity,
  unitPrice: { amount, currency: 'USD' },
})
const lamp: CartItem = { ...mugs(1), productId: 'lamp', productName: 'Desk Lamp' }

test.each<[CartItem[], CartItem[], string]>([
  [[], [mugs(1)], '1 x Ceramic Mug comes back'],
  [[], [mugs(2)], '2 x Ceramic Mug come back'],
  [[mugs(1)], [], '1 x Ceramic Mug goes'],
  [[mugs(2)], [mugs(3)], 'Ceramic Mug: 2 → 3'],
  [[mugs(2)], [mugs(2, 1200)], 'Ceramic Mug at $12.00 instead of $15.99'],
  [[mugs(2)], [mugs(1, 1200)], 'Ceramic Mug: 2 → 1, at $12.00 instead of $15.99'],
  [[{ ...mugs(1), productName: 'Cup' }], [mugs(1)], 'Cup is called Ceramic Mug again'],
  [[mugs(1), lamp], [lamp, mugs(1)], 'Desk Lamp moves to where it was'],
])('from %j to %j: "%s"', (before, after, words) => {
  const [change] = lineChanges(before, after)
  expect(change && changeWords(change, 'restoring')).toBe(words)
})

test.each<[CartItem[], CartItem[], string]>([
  [[], [mugs(2)], '2 x Ceramic Mug added'],
  [[mugs(1)], [], '1 x Ceramic Mug removed'],
  [[mugs(2)], [mugs(3)], 'Ceramic Mug: 2 → 3'],
  [[{ ...mugs(1), productName: 'Cup' }], [mugs(1)], 'Cup is called Ceramic Mug'],
  [[mugs(1), lamp], [lamp, mugs(1)], 'Desk Lamp has another place'],
])('compared, from %j to %j: "%s"', (before, after, words) => {
  const [change] = lineChanges(before, after)
  expect(change && changeWords(change, 'comparing')).toBe(words)
})
