import { afterAll, beforeAll, expect, it } from 'vitest'
import { storedCart } from '../../../shop/cart/wire/stored-cart'
import { cartStream } from '../../../shop/server/streams'
import { cartCreated, itemAdded, newEvent } from '../../../testing/events'
import { foldReaderOf } from '../../../testing/fold-reader'
import { openTestArchive, type TestArchive } from '../../../testing/open-archive'
import { openTestDatabase, type TestDatabase } from '../../../testing/open-database'
import type { RecordedEvent } from '../../events/recorded-event'
import { createAggregates } from '../aggregates/aggregates'
import { createLog } from '../log'
import { catchUp } from '../subscriptions/catch-up'
import { archiveStream } from './archive-stream'

let database: TestDatabase
let archive: TestArchive
beforeAll(async () => {
  database = await openTestDatabase()
  archive = await openTestArchive(database)
  for (let nth = 0; nth < 30; nth++) {
    const events = [newEvent(cartCreated()), newEvent(itemAdded('mug', 1 + (nth % 3)))]
    await database.store.append({ stream: cartStream(`cart-${nth}`), expectedVersion: 0, events })
  }
})
afterAll(async () => {
  await archive.close()
  await database.close()
})

/** What a subscription that is new gets to see. */
const followed = async (name: string, partitions: number): Promise<RecordedEvent[]> => {
  const seen: RecordedEvent[] = []
  const apply = async (_: unknown, events: readonly RecordedEvent[]) => {
    seen.push(...events)
  }
  const dependencies = { pool: database.pool, store: archive.store, log: createLog('silent') }
  const handler = { type: 'transaction', apply } as const
  const subscription = { name, startFrom: 'beginning', onPoison: 'stop', batchSize: 7, handler } as const
  await catchUp(dependencies, { ...subscription, partitions })
  return seen.sort((one, other) => one.position - other.position)
}

const loaded = (cartId: string) => {
  const { store } = archive
  return createAggregates({
    store,
    read: foldReaderOf({ pool: database.pool, store }),
  }).load(storedCart, cartId)
}

it('subscriptions and aggregates see archived events as if they were in the log', async () => {
  const before = await followed('before', 2)
  const cart = await loaded('cart-4')
  expect(before).toHaveLength(60)
  expect(cart).toMatchObject({ version: 2, state: { id: 'cart-4' } })
  for (let nth = 2; nth < 30; nth += 2) await archiveStream(archive, cartStream(`cart-${nth}`))
  expect(await followed('after', 1)).toEqual(before)
  expect(await followed('after, in parts', 3)).toEqual(before)
  expect(await loaded('cart-4')).toEqual(cart)
})
