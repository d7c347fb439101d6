import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RecordedEvent } from '../../events/recorded-event'
import { eventStoreContract } from '../../testing/event-store.contract'
import { newEvent, notebookOpened, noteWritten } from '../../testing/notebook/builders'
import { notebookStream } from '../../testing/notebook/notebook'
import { notebookEvents } from '../../testing/notebook/notebook-events'
import { shelfStream } from '../../testing/notebook/shelf'
import { openTestArchive, type TestArchive } from '../../testing/open-archive'
import { openTestDatabase, type TestDatabase } from '../../testing/open-database'
import type { EventFilters, EventStore, ReadAll } from '../store/event-store'
import { iterateAll } from '../store/iterate'
import { archiveStream } from './archive-stream'
import { restoreStream } from './restore-stream'

let database: TestDatabase
let archive: TestArchive
let before: RecordedEvent[]

const notebooks = Array.from({ length: 150 }, (_, nth) => notebookStream(`notebook-${nth}`))

/** Notebooks that are open at the same time, some of them for long, and something else between. */
beforeAll(async () => {
  database = await openTestDatabase(notebookEvents)
  archive = await openTestArchive(database)
  for (let round = 0; round < 4; round++) {
    for (const [nth, stream] of notebooks.entries()) {
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
          ? newEvent(notebookOpened(), { metadata })
          : newEvent(noteWritten(`p${nth % 3}`), { metadata, tags: [`topic:p${nth % 3}`] }),
      ]
      await database.store.append({ stream, expectedVersion: 'any', events })
    }
    await database.store.append({
      stream: shelfStream('mug'),
      expectedVersion: 'any',
      events: [{ ...newEvent(noteWritten()), ...shelfLabelled, schemaVersion: 1 }],
    })
  }
  before = await database.store.readAll({ limit: 10_000 })
})
afterAll(async () => {
  await archive.close()
  await database.close()
})

const shelfLabelled = { type: 'ShelfLabelled', data: { label: 'Mugs', isLocked: false } }

const filters: readonly EventFilters[] = [
  [],
  [{ types: ['NotebookOpened'] }, { tags: ['topic:p2'] }, { streamTypes: ['shelf'] }],
  [{ correlationId: 'story-1' }, { actorId: 'guest-4' }],
  { occurredSince: '2026-01-02T03:04:05.678Z', types: ['NotebookOpened'] },
  { occurredUntil: '2026-01-02T03:04:05.678Z' },
  {},
  { types: ['NoteWritten'] },
  { types: ['ShelfLabelled', 'NotebookOpened'] },
  { tags: ['topic:p1'] },
  { types: ['NotebookOpened'], tags: ['topic:p1'] },
  { streamTypes: ['shelf'] },
  { correlationId: 'story-3' },
  { correlationId: 'story-3', actorId: 'guest-1', types: ['NoteWritten'] },
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
    const few = notebooks.filter((_, nth) => nth % 10 === 3)
    const most = notebooks.filter((_, nth) => nth > 4)
    for (const some of [[], few, most, notebooks]) {
      for (const stream of some) await archiveStream(archive, stream)
      expect(await answers(archive.store, asked)).toEqual(expected)
      expect(await inOrder(archive.store)).toEqual(before)
    }
    for (const stream of few) await restoreStream(archive, stream)
    expect(await answers(archive.store, asked)).toEqual(expected)
    for (const stream of notebooks) await restoreStream(archive, stream)
    expect(await answers(archive.store, asked)).toEqual(expected)
    expect(await database.store.readAll({ limit: 10_000 })).toEqual(before)
  })

  it('gives the same of a stream', async () => {
    const [stream] = notebooks as [(typeof notebooks)[0]]
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
    expect(await archive.store.headVersion(notebookStream('nobody'))).toBe(0)
  })

  it('misses nothing and doubles nothing while streams come and go', async () => {
    const moved = notebooks.slice(20, 60)
    let moving = true
    const move = async (mine: typeof notebooks) => {
      for (const stream of mine) await archiveStream(archive, stream)
      for (const stream of mine) await restoreStream(archive, stream)
    }
    const moves = Promise.all([move(moved.slice(0, 20)), move(moved.slice(20))]).finally(() => {
      moving = false
    })
    let rounds = 0
    while (moving) {
      expect(await inOrder(archive.store)).toEqual(before)
      const [stream] = moved as [(typeof notebooks)[0]]
      expect(await archive.store.readStream(stream)).not.toEqual([])
      rounds++
    }
    await moves
    expect(rounds).toBeGreaterThan(1)
  })
})

eventStoreContract('Postgres with an archive', () => archive.store)
