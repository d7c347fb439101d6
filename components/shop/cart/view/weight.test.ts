import { expect, test } from 'vitest'
import { outlineOf } from '@/lib/kit/history/outline'
import type { CartEvent } from '@/lib/shop/cart/events'
import { scaleByVersion } from '../../../player/transport/strip-scale'
import { strokesOf } from '../../../player/transport/strokes'
import { cartView } from './cart-view'

const created: CartEvent = { type: 'CartCreated', data: { customerId: 'c' } }
const added = (quantity: number): CartEvent => ({
  type: 'ItemAdded',
  data: { productId: 'mug', productName: 'Mug', quantity, unitPrice: { amount: 100, currency: 'USD' } },
})
const removed = (quantity: number): CartEvent => ({
  type: 'ItemRemoved',
  data: { productId: 'mug', quantity, reason: 'r' },
})
const changed = (oldQuantity: number, newQuantity: number): CartEvent => ({
  type: 'ItemQuantityChanged',
  data: { productId: 'mug', oldQuantity, newQuantity },
})

const drawn = (events: readonly CartEvent[], areAtHand = true) => {
  const { byVersion } = outlineOf(
    events.map(({ type }, index) => ({ type, version: index + 1, occurredAt: '2026-01-01T00:00:00.000Z' })),
  )
  return strokesOf(cartView, scaleByVersion(byVersion, events.length).columns, (version) =>
    areAtHand ? events[version - 1] : undefined,
  )
}

test('what is added rises and what is removed falls, each in its column', () => {
  const [first, second, third] = drawn([created, added(2), removed(1)])
  expect(first).toEqual([{ type: 'CartCreated', from: -1, to: 1 }])
  expect(second?.[0]?.to).toBeGreaterThan(0)
  expect(third?.[0]?.to).toBeLessThan(0)
})

test('larger changes reach further, up or down', () => {
  const [few, many, less] = drawn([added(1), added(10), changed(9, 2)]).map(([stroke]) => stroke?.to ?? 0)
  expect(many).toBeGreaterThan(few ?? 0)
  expect(less).toBeLessThan(0)
})

test('events that are not at hand count as one each', () => {
  const [few, many] = drawn([added(1), added(10)], false).map(([stroke]) => stroke?.to)
  expect(many).toBe(few)
})

test('a cart without events is a flat line', () => {
  expect(drawn([])).toEqual([])
})

test('a long history stays a short drawing, one kind on top of the other', () => {
  const events = Array.from({ length: 20_000 }, (_, index) => (index % 2 ? added(3) : removed(1)))
  const columns = drawn(events, false)
  expect(columns.length).toBeLessThanOrEqual(241)
  for (const strokes of columns) {
    for (const { from, to } of strokes) expect(Math.max(Math.abs(from), Math.abs(to))).toBeLessThanOrEqual(1)
  }
})
