import { afterAll, beforeAll, expect, it } from 'vitest'
import { storedCart } from '../../../shop/cart/wire/stored-cart'
import { cartStream } from '../../../shop/server/streams'
import { cartCreated, itemAdded, newEvent } from '../../../shop/testing/events'
import { openShopDatabase, type ShopDatabase } from '../../../shop/testing/open-shop-database'
import { shopEvents } from '../../../shop/wire/events/shop-events'
import { isOutgrown, outlineOf } from '../../history/outline'
import { openTestArchive } from '../../testing/open-archive'
import { archiveStream } from '../archive/archive-stream'
import { keepOutcome } from '../store/command-outcomes'
import type { EventStore } from '../store/event-store'
import { createOutlines } from './outlines'

let database: ShopDatabase
beforeAll(async () => {
  database = await openShopDatabase()
})
afterAll(() => database.close())

const at = (minute: number): string => new Date(Date.UTC(2026, 0, 2) + minute * 60_000).toISOString()

const fill = async (cartId: string, events: number) => {
  const between = Array.from({ length: events - 2 }, (_, index) =>
    // Now and then the clock runs backwards, and once it stands still for days.
    newEvent(itemAdded('mug'), {
      occurredAt: at((index < 300 ? index : index + 9_000) - (index % 7 ? 0 : 3)),
    }),
  )
  const restored = newEvent(
    { type: 'CartRestored', data: { fromVersion: 5, toVersion: 3, reason: 'asked' } },
    { occurredAt: at(20_000) },
  )
  await database.store.append({
    stream: cartStream(cartId),
    expectedVersion: 0,
    events: [newEvent(cartCreated(), { occurredAt: at(0) }), ...between, restored],
  })
}

const outlines = (store: EventStore = database.store) =>
  createOutlines({ sql: database.pool, registry: shopEvents, store })
const outlined = (cartId: string) => outlines().read(storedCart, cartId)

it('counts in the database what a look at every event counts', async () => {
  await fill('outlined', 701)
  const events = await database.store.readStream(cartStream('outlined'), { limit: 1_000 })
  const { marks, ...outline } = await outlined('outlined')
  expect(outline).toEqual(outlineOf(events))
  expect(marks).toEqual([
    { version: 1, type: 'CartCreated' },
    { version: 701, type: 'CartRestored' },
  ])
})

it('is not outgrown as soon as it is made, though an event says it happened long after the last', async () => {
  const moments = [at(0), '2126-01-01T00:00:00.000Z', at(0)]
  await database.store.append({
    stream: cartStream('ahead'),
    expectedVersion: 0,
    events: moments.map((occurredAt, index) =>
      newEvent(index === 0 ? cartCreated() : itemAdded('mug'), { occurredAt }),
    ),
  })
  const outline = await outlined('ahead')
  expect(
    outline.byTime.columns.map(({ counts }) => counts).filter(({ ItemAdded }) => ItemAdded),
  ).toHaveLength(2)
  expect(isOutgrown(outline)).toBe(false)
})

it('marks where a command met another version', async () => {
  await fill('contested', 20)
  const commandId = '0193aaaa-0000-7000-8000-000000000001'
  await keepOutcome(database.pool, cartStream('contested'), commandId, {
    type: 'conflict',
    expected: 3,
    actual: 7,
  })
  expect((await outlined('contested')).marks).toContainEqual({ version: 7, type: 'Conflict' })
})

it('is kept up with what came since, as if it were counted anew', async () => {
  await fill('grown', 900)
  const kept = outlines()
  await kept.read(storedCart, 'grown')
  const later = Array.from({ length: 40 }, (_, index) =>
    newEvent(itemAdded('tea'), { occurredAt: at(20_001 + index) }),
  )
  await database.store.append({ stream: cartStream('grown'), expectedVersion: 900, events: later })
  const events = await database.store.readStream(cartStream('grown'), { limit: 1_000 })
  const { byVersion, byTime, version, marks } = await kept.read(storedCart, 'grown')
  expect([version, marks.at(-1)?.version]).toEqual([940, 900])
  const counted = (columns: typeof byTime.columns) => columns.flatMap(({ counts }) => Object.values(counts))
  for (const { columns } of [byVersion, byTime])
    expect(counted(columns).reduce((total, count) => total + count, 0)).toBe(events.length)
})

it('gives the same for a cart in cold storage', async () => {
  await fill('stored', 300)
  const before = await outlined('stored')
  const archive = await openTestArchive(database)
  await archiveStream(archive, cartStream('stored'))
  expect(await outlines(archive.store).read(storedCart, 'stored')).toEqual(before)
  await archive.close()
})
