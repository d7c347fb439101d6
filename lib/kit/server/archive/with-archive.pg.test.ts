import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cartStream, productStream } from '../../../shop/server/streams'
import { eventStoreContract } from '../../../testing/event-store.contract'
import { cartCreated, itemAdded, newEvent } from '../../../testing/events'
import { openTestArchive, type TestArchive } from '../../../testing/open-archive'
import { openTestDatabase, type TestDatabase } from '../../../testing/open-database'
import type { RecordedEvent } from '../../events/recorded-event'
import type { EventFilters, EventStore, ReadAll } from '../store/event-store'
import { iterateAll } from '../store/iterate'
import { archiveStream } from './archive-stream'
import { restoreStream } from './restore-stream'

let database: TestDatabase
let archive: TestArchive
let before: RecordedEvent[]

const carts = Array.from({ length: 150 }, (_, nth) => cartStream(`cart-${nth}`))

/** Carts that are open at the same time, some of them for long, and something else between. */
beforeAll(async () => {
  database = await openTestDatabase()
  archive = await openTestArchive(database)
  for (let round = 0; round < 4; round++) {
    for (const [nth, stream] of carts.entries()) {
      if (round > 0 && nth % (round + 1) !== 0) continue
      const correlationId = `story-${nth % 7}`
      const metadata = {
        actor: { kind: 'guest', id: `guest-${nth % 5}` },
        correlationId,
        causationId: 'c',
        commandId: null,
      } as const
      const events = [
        round === 0
          ? newEvent(cartCreated(), { metadata })
          : newEvent(itemAdded(`p${nth % 3}`), { metadata, tags: [`product:p${nth % 3}`] }),
      ]
      await database.store.append({ stream, expectedVersion: 'any', events })
    }
    await database.store.append({
      stream: productStream('mug'),
      expectedVersion: 'any',
      events: [{ ...newEvent(itemAdded()), type: 'ProductListed', schemaVersion: 1, data: listed }],
    })
  }
  before = await database.store.readAll({ limit: 10_000 })
})
afterAll(async () => {
  await archive.close()
  await database.close()
})

const listed = {
  name: 'Mug',
  description: '',
  category: 'Kitchen',
  unitPrice: { amount: 1599, currency: 'USD' },
  hasPicture: false,
}

const filters: readonly EventFilters[] = [
  [],
  [{ types: ['CartCreated'] }, { tags: ['product:p2'] }, { streamTypes: ['product'] }],
  [{ correlationId: 'story-1' }, { actorId: 'guest-4' }],
  { occurredSince: '2026-01-02T03:04:05.678Z', types: ['CartCreated'] },
  { occurredUntil: '2026-01-02T03:04:05.678Z' },
  {},
  { types: ['ItemAdded'] },
  { types: ['ProductListed', 'CartCreated'] },
  { tags: ['product:p1'] },
  { types: ['CartCreated'], tags: ['product:p1'] },
  { streamTypes: ['product'] },
  { correlationId: 'story-3' },
  { correlationId: 'story-3', actorId: 'guest-1', types: ['ItemAdded'] },
  { actorId: 'guest-2' },
  { since: '2020-01-01T00:00:00.000Z' },
  { until: '2020-01-01T00:00:00.000Z' },
]

const ranges = (): fc.Arbitrary<ReadAll> =>
  fc.record({
    after: fc.option(fc.nat(before.length + 2), { nil: undefined }),
    upTo: fc.option(fc.nat(before.length + 2), { nil: undefined }),
    limit: fc.oneof(fc.integer({ min: 1, max: 20 }), fc.constantFrom(50, 200, 1000)),
    direction: fc.constantFrom('forwards', 'backwards'),
    filter: fc.constantFrom(...filters),
    partition: fc.option(fc.constantFrom({ of: 2, nth: 1 }, { of: 3, nth: 0 }), { nil: undefined }),
  })

/** What was read of the log while all of it was there. */
const answers = async (store: EventStore, asked: readonly ReadAll[]) => {
  const read = []
  for (const range of asked) read.push(await store.readAll(range))
  return read
}

const inOrder = async (store: EventStore): Promise<RecordedEvent[]> => {
  const all: RecordedEvent[] = []
  for await (const event of iterateAll(store, { pageSize: 37 })) all.push(event)
  return all
}

describe.sequential('reading', () => {
  it('gives the same of the log, whatever part of it is archived', async () => {
    const asked = fc.sample(ranges(), 120)
    const expected = await answers(database.store, asked)
    const few = carts.filter((_, nth) => nth % 10 === 3)
    const most = carts.filter((_, nth) => nth > 4)
    for (const some of [[], few, most, carts]) {
      for (const stream of some) await archiveStream(archive, stream)
      expect(await answers(archive.store, asked)).toEqual(expected)
      expect(await inOrder(archive.store)).toEqual(before)
    }
    for (const stream of few) await restoreStream(archive, stream)
    expect(await answers(archive.store, asked)).toEqual(expected)
    for (const stream of carts) await restoreStream(archive, stream)
    expect(await answers(archive.store, asked)).toEqual(expected)
    expect(await database.store.readAll({ limit: 10_000 })).toEqual(before)
  })

  it('gives the same of a stream', async () => {
    const [stream] = carts as [(typeof carts)[0]]
    const asked = [
      undefined,
      { from: 2 },
      { to: 2 },
      { from: 2, to: 3, direction: 'backwards' },
      { limit: 1, direction: 'backwards' },
      { from: 0, to: 0 },
      { from: 99 },
      { from: 3, to: 1 },
    ] as const
    const read = (store: EventStore) => Promise.all(asked.map((range) => store.readStream(stream, range)))
    const expected = await read(database.store)
    expect(expected[0]).toHaveLength(4)
    expect(await read(archive.store)).toEqual(expected)
    await archiveStream(archive, stream)
    expect(await read(archive.store)).toEqual(expected)
    expect(await archive.store.headVersion(stream)).toBe(4)
    expect(await database.store.readStream(stream)).toEqual([])
    await restoreStream(archive, stream)
    expect(await archive.store.headVersion(stream)).toBe(4)
    expect(await archive.store.headVersion(cartStream('nobody'))).toBe(0)
  })

  it('misses nothing and doubles nothing while streams come and go', async () => {
    const moved = carts.slice(20, 60)
    let moving = true
    const move = async (mine: typeof carts) => {
      for (const stream of mine) await archiveStream(archive, stream)
      for (const stream of mine) await restoreStream(archive, stream)
    }
    const moves = Promise.all([move(moved.slice(0, 20)), move(moved.slice(20))]).finally(() => {
      moving = false
    })
    let rounds = 0
    while (moving) {
      expect(await inOrder(archive.store)).toEqual(before)
      const [stream] = moved as [(typeof carts)[0]]
      expect(await archive.store.readStream(stream)).not.toEqual([])
      rounds++
    }
    await moves
    expect(rounds).toBeGreaterThan(1)
  })
})

eventStoreContract('Postgres with an archive', () => archive.store)
