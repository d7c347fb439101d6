import { afterAll, beforeAll, expect, it } from 'vitest'
import type { CartEvent } from '../../../shop/cart/events'
import { storedCart } from '../../../shop/cart/wire/stored-cart'
import { cartStream } from '../../../shop/server/streams'
import { shopEvents } from '../../../shop/wire/events/shop-events'
import { cartCreated, itemAdded, newEvent } from '../../../testing/events'
import { openTestArchive, type TestArchive } from '../../../testing/open-archive'
import { openTestDatabase, type TestDatabase } from '../../../testing/open-database'
import { archiveClosed, createTally } from './archive-closed'
import { countClosed } from './closed-streams'
import { endingsOf } from './endings-of'
import { findTombstone } from './find-tombstone'

const endings = endingsOf(storedCart, shopEvents)

let database: TestDatabase
let archive: TestArchive
let between: Date

const abandoned: CartEvent = { type: 'CartAbandoned', data: { reason: 'idle' } }

const append = (cartId: string, ...events: CartEvent[]) =>
  database.store.append({
    stream: cartStream(cartId),
    expectedVersion: 'any',
    events: events.map((event) => newEvent(event)),
  })

beforeAll(async () => {
  database = await openTestDatabase()
  archive = await openTestArchive(database)
  await append('open', cartCreated(), itemAdded())
  await append('closed', cartCreated(), itemAdded(), abandoned)
  await append('reopened', cartCreated(), abandoned, itemAdded())
  for (let nth = 0; nth < 10; nth++) await append(`closed-${nth}`, cartCreated(), abandoned)
  const { rows } = await database.pool.query<{ now: Date }>(
    `SELECT recorded_at + interval '1 ms' AS now FROM log_head, pg_sleep(0.002)`,
  )
  between = rows[0]?.now as Date
  await append('closed-later', cartCreated(), abandoned)
})
afterAll(async () => {
  await archive.close()
  await database.close()
})

const archiveBefore = async (
  before: Date,
  limit = Number.POSITIVE_INFINITY,
  signal = new AbortController().signal,
) => {
  const tally = createTally()
  await archiveClosed(archive, { endings, before, limit, signal }, tally)
  return tally
}

it('archives carts that were closed before the time, as many as asked for, and no others', async () => {
  expect(await countClosed(database.pool, endings, between)).toEqual({ streams: 11, events: 23 })
  expect(await archiveBefore(new Date(0))).toMatchObject({ streams: 0 })
  expect(await archiveBefore(between, 10, AbortSignal.abort())).toMatchObject({ streams: 0 })
  expect(await archiveBefore(between, 1)).toMatchObject({ streams: 1, events: 3, passedOver: 0, refused: [] })
  expect(await findTombstone(database.pool, cartStream('closed'))).toBeDefined()
  expect(await archiveBefore(between)).toMatchObject({ streams: 10, events: 20 })
  expect(await countClosed(database.pool, endings, between)).toEqual({ streams: 0, events: 0 })
  for (const id of ['open', 'reopened', 'closed-later']) {
    expect(await findTombstone(database.pool, cartStream(id))).toBeUndefined()
  }
})
