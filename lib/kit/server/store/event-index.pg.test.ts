import fc from 'fast-check'
import pg from 'pg'
import { v4 as uuidv4, v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { freshStream } from '../../testing/event-store/fresh-stream'
import { newEvent, notebookClosed, notebookOpened, noteWritten } from '../../testing/notebook/builders'
import { notebookEvents } from '../../testing/notebook/notebook-events'
import { openTestArchive, type TestArchive } from '../../testing/open-archive'
import { openTestDatabase, type TestDatabase } from '../../testing/open-database'
import { archiveStream } from '../archive/archive-stream'
import { restoreStream } from '../archive/restore-stream'
import type { AppendCondition, EventFilter, EventStore, NewEvent, ReadAll } from './event-store'
import { matches } from './matches'
import { createMemoryStore } from './memory-store'

let database: TestDatabase
let archive: TestArchive
let owner: pg.Client

beforeAll(async () => {
  database = await openTestDatabase(notebookEvents)
  archive = await openTestArchive(database)
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await archive.close()
  await database.close()
})

const index = (upTo: number, most = 1_000_000) =>
  database.pool.query('SELECT index_events($1, $2)', [upTo, most])
/** As if the index had been slower than it was. */
const setBack = (position: number) =>
  owner.query('UPDATE event_index_head SET position = least(position, $1)', [position])

/** An empty log, and an index of nothing. */
const forget = async () => {
  await owner.query(`ALTER TABLE events DISABLE TRIGGER ALL`)
  await owner.query(`DELETE FROM events`)
  await owner.query(`ALTER TABLE events ENABLE TRIGGER ALL`)
  await owner.query(`ALTER TABLE events ENABLE ALWAYS TRIGGER events_are_append_only`)
  await owner.query(`ALTER TABLE events ENABLE ALWAYS TRIGGER removed_streams_are_archived`)
  await owner.query(`TRUNCATE event_index, event_ids, event_times; UPDATE event_index_head SET position = 0`)
  await owner.query('UPDATE log_head SET position = 0, mark_position = 0, next_position = 0')
}

const nil = '00000000-0000-0000-0000-000000000000'
const types = ['NotebookOpened', 'NoteWritten', 'NotebookClosed']
const stories = [nil, uuidv4(), uuidv4()]
const actors = ['ann', 'bob', 'cay']
const times = ['2011-12-01T08:26:00.000Z', '2019-01-01T00:00:00.000Z', '2026-03-04T05:06:07.089Z']
const streams = Array.from({ length: 4 }, freshStream)

const anyEvent = fc.record({
  of: fc.constantFrom(notebookOpened(), noteWritten(), notebookClosed()),
  tags: fc.subarray(['a', 'b', 'c']),
  story: fc.constantFrom(...stories),
  actor: fc.constantFrom(...actors),
  occurredAt: fc.constantFrom(...times),
})
type AnyEvent = typeof anyEvent extends fc.Arbitrary<infer Event> ? Event : never
const toNew = ({ of, tags, story, actor, occurredAt }: AnyEvent): NewEvent =>
  newEvent(of, {
    tags,
    occurredAt,
    metadata: {
      actor: { kind: 'member', id: actor },
      correlationId: story,
      causationId: 'c',
      commandId: null,
    },
  })

const optional = <Value>(of: fc.Arbitrary<Value>) => fc.option(of, { nil: undefined })
const anyFilter: fc.Arbitrary<EventFilter> = fc.record({
  types: optional(fc.subarray([...types, 'One', 'More', 'Type'])),
  tags: optional(fc.subarray(['a', 'b', 'c', 'd'], { maxLength: 2 })),
  streamTypes: fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, fc.constant(['notebook'])),
  correlationId: optional(fc.constantFrom(...stories, 'none')),
  actorId: optional(fc.constantFrom(...actors, 'nobody')),
  occurredSince: optional(fc.constantFrom(...times)),
  occurredUntil: optional(fc.constantFrom(...times)),
  since: fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, fc.constant('2020-01-01T00:00:00.000Z')),
})
const anyRange = (head: number): fc.Arbitrary<ReadAll> =>
  fc.record({
    after: optional(fc.nat(head + 2)),
    // Far beyond the end: what is narrow is looked through.
    upTo: optional(fc.integer({ min: 2_000, max: 4_000 })),
    limit: fc.oneof(fc.constant(1_000), fc.integer({ min: 1, max: 12 })),
    direction: fc.constantFrom('forwards', 'backwards'),
    filter: fc.oneof(anyFilter, fc.array(anyFilter, { maxLength: 3 })),
  })
const anyCondition = (head: number): fc.Arbitrary<AppendCondition> => {
  const asked = fc.record({
    types: optional(fc.subarray([...types, 'Other'])),
    tags: optional(fc.subarray(['a', 'b', 'c', 'd'], { maxLength: 2 })),
    after: optional(fc.nat(head + 2)),
  })
  return fc.record({ queries: fc.array(asked, { maxLength: 3 }), after: optional(fc.nat(head)) })
}

type Step =
  | { readonly type: 'append'; readonly stream: number; readonly events: readonly NewEvent[] }
  | { readonly type: 'index'; readonly most: number }
  | { readonly type: 'setBack'; readonly by: number }
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constant('append' as const),
      stream: fc.nat(streams.length - 1),
      events: fc.array(anyEvent, { minLength: 1, maxLength: 12 }).map((events) => events.map(toNew)),
    }),
  },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('index' as const), most: fc.nat(30) }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('setBack' as const), by: fc.nat(20) }) },
)

const take = async (step: Step, memory: EventStore): Promise<void> => {
  const head = await database.store.headPosition()
  if (step.type === 'index') return void (await index(head, step.most))
  if (step.type === 'setBack') return void (await setBack(Math.max(0, head - step.by)))
  const append = { stream: streams[step.stream] as (typeof streams)[0], expectedVersion: 'any' as const }
  await database.store.append({ ...append, events: step.events })
  await memory.append({ ...append, events: step.events })
}

const idsOf = (events: readonly { readonly eventId: string }[]) => events.map(({ eventId }) => eventId)
const sample = <Value>(of: fc.Arbitrary<Value>, numRuns: number, seed: number) =>
  fc.sample(of, { numRuns, seed })

describe('the index beside the log', () => {
  beforeEach(forget)

  it('changes no answer, however far it has come and whatever was appended meanwhile', async () => {
    const law = fc.asyncProperty(
      fc.array(anyStep, { minLength: 5, maxLength: 25 }),
      fc.integer(),
      async (steps, seed) => {
        await forget()
        const memory = createMemoryStore(notebookEvents)
        for (const step of steps) await take(step, memory)
        const all = await database.store.readAll({ limit: 1_000 })
        const head = all.length
        for (const range of sample(anyRange(head), 25, seed)) {
          const found = idsOf(await database.store.readAll(range))
          expect(found).toEqual(idsOf(await memory.readAll(range)))
          expect(idsOf(await archive.store.readAll(range))).toEqual(found)
        }
        for (const condition of sample(anyCondition(head), 15, seed)) {
          const ask = { appends: [], condition }
          expect(await database.store.appendTogether(ask)).toEqual(await memory.appendTogether(ask))
        }
        for (const { eventId, position } of all) {
          expect((await database.store.readEvent(eventId))?.position).toBe(position)
        }
        expect(await database.store.readEvent(uuidv7())).toBeUndefined()
      },
    )
    await fc.assert(law, { numRuns: 15 })
  }, 120_000)

  it('finds by the time of recording what a look at every event finds', async () => {
    for (const { of, ...more } of sample(anyEvent, 40, 5)) {
      const stream = streams[0] as (typeof streams)[0]
      await database.store.append({ stream, expectedVersion: 'any', events: [toNew({ of, ...more })] })
    }
    const all = await database.store.readAll({ limit: 100 })
    await index(25)
    for (const since of all.map(({ recordedAt }) => recordedAt)) {
      for (const filter of [
        { since },
        { until: since },
        { since, types: ['NoteWritten'] },
        { until: since, tags: ['a'] },
      ]) {
        const expected = all.filter((event) => matches(filter, { event, recordedAt: event.recordedAt ?? '' }))
        expect(idsOf(await database.store.readAll({ limit: 100, filter }))).toEqual(idsOf(expected))
      }
    }
  })

  it('has what comes back from cold storage, though it passed it while that was away', async () => {
    const [stream, other] = [freshStream(), freshStream()]
    const event = newEvent(noteWritten(), { tags: ['moved'] })
    await database.store.append({
      stream,
      expectedVersion: 'none',
      events: [newEvent(notebookOpened()), event],
    })
    await database.store.append({
      stream: other,
      expectedVersion: 'none',
      events: [newEvent(notebookOpened())],
    })
    expect((await archiveStream(archive, stream)).type).toBe('archived')
    await index(3)
    await restoreStream(archive, stream)
    const range = { limit: 10, filter: { tags: ['moved'] } }
    expect(idsOf(await database.store.readAll(range))).toEqual([event.eventId])
    expect((await database.store.readEvent(event.eventId))?.position).toBe(2)
    const condition = { queries: [{ tags: ['moved'] }] }
    expect(await database.store.appendTogether({ appends: [], condition })).toEqual({
      type: 'outdated',
      position: 2,
    })
  })
})

describe('an id that another event has', () => {
  const appendOf = (...ids: readonly string[]) => ({
    stream: freshStream(),
    expectedVersion: 'none' as const,
    events: ids.map((eventId) => newEvent(noteWritten(), { eventId })),
  })
  const append = (...ids: readonly string[]) => database.store.append(appendOf(...ids))
  const refused = { name: 'InvalidAppend', reason: 'BadId' }
  const many = () => append(...Array.from({ length: 300 }, () => uuidv7()))

  beforeEach(forget)

  it.each([
    ['in order of time', () => uuidv7()],
    ['at random', () => uuidv4()],
  ])('is refused wherever the index is, with ids made %s', async (_, newId) => {
    const ids = Array.from({ length: 4 }, newId) as [string, string, string, string]
    const [early, , late] = ids
    await append(early)
    for (let nth = 0; nth < 4; nth++) await many()
    await append(late)
    for (const reached of [0, 1, 1_000, 1_202]) {
      await index(reached)
      for (const used of [early, late]) {
        await expect(append(used)).rejects.toMatchObject(refused)
        await expect(append(uuidv7(), used)).rejects.toMatchObject(refused)
        await expect(Promise.all([append(uuidv7()), append(used)])).rejects.toMatchObject(refused)
      }
    }
    for (const late of ids.slice(3)) expect((await append(late)).type).toBe('written')
  })

  it('is refused where two of one append have it, and where two that go over together do', async () => {
    const [one, other] = [uuidv7(), uuidv7()]
    await expect(append(one, one)).rejects.toMatchObject(refused)
    const results = await Promise.allSettled([append(other), append(other)])
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const appends = [appendOf(one), appendOf(one)]
    await expect(database.store.appendTogether({ appends })).rejects.toMatchObject(refused)
  })

  it('is no hindrance to ids that come out of order', async () => {
    const ids = Array.from({ length: 40 }, () => uuidv7())
    await index(0)
    for (const id of ids.toReversed()) expect((await append(id)).type).toBe('written')
  })
})

describe('more than 10,000 events that the index lacks', () => {
  const event = newEvent(noteWritten(), { tags: ['rare'] })
  const behind = { name: 'IndexBehind' }

  beforeAll(async () => {
    await forget()
    await database.store.append({ stream: freshStream(), expectedVersion: 'none', events: [event] })
    for (let nth = 0; nth < 11; nth++) {
      const events = Array.from({ length: 1_000 }, () => newEvent(notebookOpened()))
      await database.store.append({ stream: freshStream(), expectedVersion: 'none', events })
    }
  })

  const read = (range: Omit<ReadAll, 'limit'> & { limit?: number }) =>
    archive.store.readAll({ limit: 10, ...range })
  const judge = (condition: AppendCondition) => database.store.appendTogether({ appends: [], condition })

  it('are not looked through for a condition or a read: it is told', async () => {
    await expect(judge({ queries: [{ types: ['Other'] }] })).rejects.toMatchObject(behind)
    await expect(judge({ queries: [{ tags: ['rare'] }] })).rejects.toMatchObject(behind)
    for (const direction of ['forwards', 'backwards'] as const) {
      await expect(read({ direction, filter: { types: ['Other'] } })).rejects.toMatchObject(behind)
      await expect(
        database.store.readAll({ direction, limit: 2, filter: { tags: ['rare'] } }),
      ).rejects.toMatchObject(behind)
      await expect(
        read({ direction, filter: [{ tags: ['rare'] }, { actorId: 'none' }] }),
      ).rejects.toMatchObject(behind)
    }
    await expect(database.store.readEvent(uuidv7())).rejects.toMatchObject(behind)
  })

  it('are nothing to who finds enough before them, asks of few, or for all', async () => {
    expect(idsOf(await read({ limit: 1, filter: { tags: ['rare'] } }))).toEqual([event.eventId])
    expect(await read({ direction: 'backwards', filter: { types: ['NotebookOpened'] } })).toHaveLength(10)
    expect(await read({ after: 5_000, filter: { types: ['Other'] } })).toEqual([])
    // As who follows the log reads it.
    expect(idsOf(await read({ upTo: 50_000, filter: { tags: ['rare'] } }))).toEqual([event.eventId])
    expect(await read({ filter: { streamTypes: ['notebook'] } })).toHaveLength(10)
    expect((await database.store.readEvent(event.eventId))?.position).toBe(1)
    expect(await judge({ queries: [{}], after: 20_000 })).toEqual({ type: 'written', results: [] })
    expect(await judge({ queries: [{ types: ['Other'] }], after: 5_000 })).toEqual({
      type: 'written',
      results: [],
    })
    const append = {
      stream: freshStream(),
      expectedVersion: 'none' as const,
      events: [newEvent(noteWritten())],
    }
    expect((await database.store.append(append)).type).toBe('written')
  })

  it('are found when the index has come nearer', async () => {
    await index(5_000)
    expect(await judge({ queries: [{ types: ['Other'] }] })).toEqual({ type: 'written', results: [] })
    expect(await judge({ queries: [{ tags: ['rare'] }] })).toEqual({ type: 'outdated', position: 1 })
    for (const direction of ['forwards', 'backwards'] as const) {
      expect(idsOf(await read({ direction, filter: { tags: ['rare'] } }))).toEqual([event.eventId])
    }
    expect(await database.store.readEvent(uuidv7())).toBeUndefined()
  })
})
