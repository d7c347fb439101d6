import { expect, test } from 'vitest'
import type { CartEvent } from '@/lib/domain/cart/events'
import { maxColumns, waveform } from './waveform'

const created: CartEvent = { type: 'CartCreated', data: { customerId: 'c' } }
const added = (quantity: number): CartEvent => ({
  type: 'ItemAdded',
  data: { productId: 'mug', productName: 'Mug', quantity, unitPrice: { amount: 100, currency: 'USD' } },
})
const removed = (quantity: number): CartEvent => ({
  type: 'ItemRemoved',
  data: { productId: 'mug', quantity, reason: 'r' },
})

/** Each stroke of a path: where it stands, and from where to where it goes. */
const strokes = (path = '') =>
  [...path.matchAll(/M([-\d.]+) ([-\d.]+)V([-\d.]+)/g)].map((stroke) => {
    const [x = 0, from = 0, to = 0] = stroke.slice(1).map(Number)
    return { x, from, to }
  })

test('what is added rises and what is removed falls, each at its version', () => {
  const paths = waveform([created, added(2), removed(1)])
  const [rise] = strokes(paths.get('ItemAdded'))
  const [fall] = strokes(paths.get('ItemRemoved'))
  expect([rise?.x, fall?.x]).toEqual([2, 3])
  expect(rise?.to).toBeLessThan(0)
  expect(fall?.to).toBeGreaterThan(0)
})

test('larger changes reach further', () => {
  const [few, many] = strokes(waveform([added(1), added(10)]).get('ItemAdded'))
  expect(Math.abs(many?.to ?? 0)).toBeGreaterThan(Math.abs(few?.to ?? 0))
})

test('a cart without events is a flat line', () => {
  expect(waveform([]).size).toBe(0)
})

test('a long history stays a short drawing, one kind on top of the other', () => {
  const changed: CartEvent = {
    type: 'ItemQuantityChanged',
    data: { productId: 'mug', oldQuantity: 1, newQuantity: 4 },
  }
  const events = Array.from({ length: 20_000 }, (_, index) => (index % 2 ? added(3) : changed))
  const paths = waveform(events)
  const lower = strokes(paths.get('ItemQuantityChanged'))
  const upper = strokes(paths.get('ItemAdded'))
  expect([lower.length, upper.length]).toEqual([maxColumns, maxColumns])
  expect(upper.map(({ from }) => from)).toEqual(lower.map(({ to }) => to))
  expect(upper.every(({ x, to }) => x > 0 && x <= 20_000 && to >= -1)).toBe(true)
})
