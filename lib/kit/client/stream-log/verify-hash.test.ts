import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { shopEvents } from '../../../shop/wire/events/shop-events'
import { cartCreated, itemAdded, newEvent } from '../../../testing/events'
import type { RecordedEvent } from '../../events/recorded-event'
import { createMemoryStore } from '../../server/store/memory-store'
import { verifyHash } from './verify-hash'

const stream = { type: 'cart', id: 'cart-1' }
const written = JSON.parse(
  readFileSync(new URL('../../../shop/wire/events/samples/CartCheckedOut.v1.json', import.meta.url), 'utf8'),
)

/** A cart's events as the log hashed them, and as the wire brings them. */
const cartFromWire = async (): Promise<readonly [RecordedEvent, RecordedEvent, RecordedEvent]> => {
  const store = createMemoryStore(shopEvents)
  const added = newEvent(itemAdded('mug — Ω 🫖', 2), { tags: ['product:mug'] })
  const checkedOut = newEvent(itemAdded(), written)
  await store.append({
    stream,
    expectedVersion: 'none',
    events: [newEvent(cartCreated()), added, checkedOut],
  })
  const [first, second, third] = JSON.parse(JSON.stringify(await store.readStream(stream)))
  return [first, second, shopEvents.upcast(third)]
}

test('what the log hashed is verified, in an older shape too', async () => {
  const [first, second, third] = await cartFromWire()
  expect(third.stored).toMatchObject({ schemaVersion: 1 })
  expect(await verifyHash(first, undefined)).toEqual({ type: 'verified' })
  expect(await verifyHash(second, first.hash)).toEqual({ type: 'verified' })
  expect(await verifyHash(third, second.hash)).toEqual({ type: 'verified' })
})

test('whatever is altered no longer matches', async () => {
  const [first, second] = await cartFromWire()
  const altered: readonly Partial<RecordedEvent>[] = [
    { data: { ...second.data, quantity: 3 } },
    { occurredAt: '2026-01-02T03:04:05.679Z' },
    { metadata: { ...second.metadata, actor: { kind: 'staff', id: 'me' } } },
    { tags: [] },
    { version: 3 },
    { streamId: 'cart-2' },
    { type: 'ItemRemoved' },
  ]
  for (const change of altered) {
    const verdict = await verifyHash({ ...second, ...change }, first.hash)
    expect(verdict, JSON.stringify(change)).toMatchObject({ type: 'mismatch' })
  }
})

test('another event before it breaks the chain, and the hash it should have is told', async () => {
  const [first, second] = await cartFromWire()
  const verdict = await verifyHash(second, 'f'.repeat(64))
  expect(verdict).toEqual({ type: 'mismatch', recomputed: expect.stringMatching(/^[0-9a-f]{64}$/) })
  expect(await verifyHash({ ...first, data: { customerId: '\0' } }, undefined)).toMatchObject({
    type: 'notHashable',
  })
})
