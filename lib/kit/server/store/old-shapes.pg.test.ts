import { afterAll, beforeAll, expect, it } from 'vitest'
import { cartStream, customerStream } from '../../../shop/server/streams'
import { itemAdded, newEvent } from '../../../testing/events'
import { openTestDatabase, type TestDatabase } from '../../../testing/open-database'
import type { StoredShape } from '../../events/recorded-event'
import { UnreadableEvent } from '../../events/unreadable-event'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

/** Appends an event in a shape of its own, as another version of the shop would. */
const write = (stream: ReturnType<typeof cartStream>, shape: StoredShape) =>
  database.store.append({
    stream,
    expectedVersion: 'any',
    events: [{ ...newEvent(itemAdded()), ...shape }],
  })

it('an event written in an older version reads in the current one, and keeps what was stored', async () => {
  const stream = cartStream('old')
  const address = { street: 's', city: 'c', state: 's', zipCode: 'z', country: 'c' }
  const rest = { totalAmount: { amount: 1599, currency: 'USD' }, shippingAddress: address }
  const stored = { type: 'CartCheckedOut', schemaVersion: 1, data: { paymentMethod: 'card', ...rest } }
  await write(stream, stored)
  const [event] = await database.store.readStream(stream)
  expect(event).toMatchObject({ schemaVersion: 2, data: { payment: { method: 'card' }, ...rest }, stored })
})

it('an event of a retired type is found by the type that replaced it', async () => {
  const stream = customerStream('retail-1')
  const data = { source: 'sales.csv', customerNumber: '1', country: 'France' }
  await write(stream, { type: 'CustomerRegistered', schemaVersion: 1, data })
  const found = await database.store.readAll({ limit: 10, filter: { types: ['CustomerImported'] } })
  expect(found.map(({ type, streamId }) => ({ type, streamId }))).toEqual([
    { type: 'CustomerImported', streamId: 'retail-1' },
  ])
})

it('an event of a newer shop stops only who reads it', async () => {
  const stream = cartStream('newer')
  await write(stream, { ...itemAdded(), schemaVersion: 1 })
  await write(stream, { type: 'ItemAdded', schemaVersion: 99, data: {} })
  const position = await database.store.headPosition()
  await expect(database.store.readStream(stream)).rejects.toThrow(UnreadableEvent)
  await expect(database.store.readStream(stream)).rejects.toMatchObject({
    reason: 'NewerSchemaVersion',
    position,
    version: 2,
  })
  expect(await database.store.readStream(stream, { to: 1 })).toHaveLength(1)
  await write(cartStream('another'), { ...itemAdded(), schemaVersion: 1 })
  expect(await database.store.readStream(cartStream('another'))).toHaveLength(1)
})
