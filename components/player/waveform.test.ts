import { expect, test } from 'vitest'
import type { CartEvent } from '@/lib/domain/cart/events'
import { waveform } from './waveform'

const created: CartEvent = { type: 'CartCreated', data: { customerId: 'c' } }
const added = (quantity: number): CartEvent => ({
  type: 'ItemAdded',
  data: { productId: 'mug', productName: 'Mug', quantity, unitPrice: { amount: 100, currency: 'USD' } },
})
const removed = (quantity: number): CartEvent => ({
  type: 'ItemRemoved',
  data: { productId: 'mug', quantity, reason: 'r' },
})

/** Where each stroke of a path ends, as [x, y]. */
const strokes = (path = '') =>
  [...path.matchAll(/M([\d.]+) 0V([-\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const)

test('what is added rises and what is removed falls, each at its version', () => {
  const paths = waveform([created, added(2), removed(1)])
  const [[addedAt, rise] = []] = strokes(paths.get('ItemAdded'))
  const [[removedAt, fall] = []] = strokes(paths.get('ItemRemoved'))
  expect([addedAt, removedAt]).toEqual([2, 3])
  expect(rise).toBeLessThan(0)
  expect(fall).toBeGreaterThan(0)
})

test('larger changes reach further', () => {
  const [few, many] = strokes(waveform([added(1), added(10)]).get('ItemAdded'))
  expect(Math.abs(many?.[1] ?? 0)).toBeGreaterThan(Math.abs(few?.[1] ?? 0))
})

test('a cart without events is a flat line', () => {
  expect(waveform([]).size).toBe(0)
})

test('a long history stays a short drawing, within its range', () => {
  const drawn = strokes(waveform(Array.from({ length: 20_000 }, () => added(3))).get('ItemAdded'))
  expect(drawn).toHaveLength(480)
  expect(drawn.every(([x, y]) => x > 0 && x <= 20_000 && Math.abs(y) <= 1)).toBe(true)
})
