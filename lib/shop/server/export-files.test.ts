import { readdirSync, readFileSync } from 'node:fs'
import { type CloudEvent, HTTP } from 'cloudevents'
import { parse } from 'csv-parse/sync'
import { expect, it } from 'vitest'
import { exportReply } from '../../kit/server/export/export-reply'
import { exportOfStream } from '../../kit/server/export/stream-export'
import type { StreamReply } from '../../kit/server/http/reply'
import { createLog } from '../../kit/server/log'
import type { NewEvent } from '../../kit/server/store/event-store'
import { createMemoryStore } from '../../kit/server/store/memory-store'
import { wholeText } from '../../kit/testing/whole-text'
import { cartCreated, itemAdded, newEvent } from '../testing/events'
import { person } from '../testing/person'
import { shopEvents } from '../wire/events/shop-events'
import { fileFormats } from './export-files'
import { cartStream } from './streams'

const exporter = { identity: person('staff', 'staff'), at: new Date('2026-11-21T14:03:22Z') }

/** A cart's events as a file of this format. */
const exported = async (
  format: keyof typeof fileFormats,
  events: readonly NewEvent[],
): Promise<StreamReply> => {
  const store = createMemoryStore(shopEvents)
  const stream = cartStream('cart-1')
  await store.append({ stream, expectedVersion: 'any', events })
  const source = await exportOfStream(store, stream, { from: 1 }, exporter)
  return exportReply(source, fileFormats[format], createLog('silent'))
}

it('has what matters of a cart in columns of its own', async () => {
  const removed = {
    type: 'ItemRemoved',
    data: { productId: 'mug', quantity: 1, reason: 'too dear' },
  } as const
  const events = [cartCreated('ann'), itemAdded('mug', 2), removed].map((event) => newEvent(event))
  const text = await wholeText(await exported('csv', events))
  const rows: Record<string, string>[] = parse(text, { bom: true, columns: true, record_delimiter: '\r\n' })
  expect(rows).toMatchObject([
    { type: 'CartCreated', customerId: 'ann' },
    {
      productId: 'mug',
      productName: 'The mug',
      quantity: '2',
      unitPriceMinor: '1599',
      currency: 'USD',
    },
    { productId: 'mug', quantity: '1', reason: 'too dear' },
    { type: 'ExportCompleted' },
  ])
})

it('is good CloudEvents with every shape that a cart’s events ever had, as they are today', async () => {
  const samples = new URL('../cart/wire/samples/', import.meta.url)
  const ofCarts = readdirSync(samples).map((file) => JSON.parse(readFileSync(new URL(file, samples), 'utf8')))
  const owned = { metadata: { ...newEvent(itemAdded()).metadata, actor: { kind: 'customer', id: 'ann' } } }
  const events = ofCarts.map((shape) => newEvent(itemAdded(), { ...owned, ...shape }))
  const reply = await exported('cloudevents', events)
  const headers = { 'content-type': String(reply.headers['content-type']) }
  const read = HTTP.toEvent<unknown>({ headers, body: await wholeText(reply) }) as CloudEvent<unknown>[]
  for (const event of read) expect(event.validate()).toBe(true)
  expect(read).toHaveLength(ofCarts.length + 1)
  const paid = read.filter(({ type }) => type === 'hindsight.cart.CartCheckedOut')
  expect(paid.length).toBeGreaterThan(1)
  for (const { schemaversion } of paid) expect(schemaversion).toBe(2)
  expect(paid[0]?.data).toMatchObject({ payment: { method: expect.any(String) } })
})
