import { afterAll, beforeAll, expect, it } from 'vitest'
import { outlineOf } from '../../history/outline'
import { cartCreated, itemAdded, newEvent } from '../../testing/events'
import { openTestArchive } from '../../testing/open-archive'
import { openTestDatabase, type TestDatabase } from '../../testing/open-database'
import { archiveStream } from '../archive/archive-stream'
import { keepOutcome } from '../store/command-outcomes'
import { cartStream } from '../store/streams'
import { readOutline } from './cart-outline'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
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

const outlined = (cartId: string) => readOutline({ pool: database.pool, store: database.store }, cartId)

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

it('gives the same for a cart in cold storage', async () => {
  await fill('stored', 300)
  const before = await outlined('stored')
  const archive = await openTestArchive(database)
  await archiveStream(archive, cartStream('stored'))
  expect(await readOutline({ pool: database.pool, store: archive.store }, 'stored')).toEqual(before)
  await archive.close()
})
