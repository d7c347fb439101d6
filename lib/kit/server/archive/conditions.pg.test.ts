import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StreamName } from '../../events/stream-name'
import { freshStream } from '../../testing/event-store/fresh-stream'
import { newEvent, notebookClosed, notebookOpened, noteWritten } from '../../testing/notebook/builders'
import { notebookEvents } from '../../testing/notebook/notebook-events'
import { openTestArchive, type TestArchive } from '../../testing/open-archive'
import { openTestDatabase, type TestDatabase } from '../../testing/open-database'
import type { AppendCondition, ConditionQuery } from '../store/event-store'
import { archiveStream } from './archive-stream'
import { renewTombstones } from './renew-tombstones'
import { restoreStream } from './restore-stream'

const types = ['NotebookOpened', 'NoteWritten', 'NotebookClosed']
const tags = ['a', 'b', 'c']
const streams = Array.from({ length: 8 }, freshStream)

let database: TestDatabase
let archive: TestArchive
let head: number

/** Streams that are open at the same time, whose events have different types and tags. */
beforeAll(async () => {
  database = await openTestDatabase(notebookEvents)
  archive = await openTestArchive(database)
  const kinds = [notebookOpened(), noteWritten(), notebookClosed()]
  const tagged = [[], ['a'], ['b'], ['a', 'b'], ['c', 'a']]
  const dealt = fc.sample(
    fc.record({
      stream: fc.constantFrom(...streams),
      of: fc.constantFrom(...kinds),
      tags: fc.constantFrom(...tagged),
    }),
    { numRuns: 60, seed: 7 },
  )
  for (const { stream, of, tags } of dealt) {
    await database.store.append({ stream, expectedVersion: 'any', events: [newEvent(of, { tags })] })
  }
  head = await database.store.headPosition()
})
afterAll(async () => {
  await archive.close()
  await database.close()
})

const asksAfter = fc.option(fc.nat(62), { nil: undefined })
const query: fc.Arbitrary<ConditionQuery> = fc.record({
  types: fc.option(fc.subarray([...types, 'Other']), { nil: undefined }),
  tags: fc.option(fc.subarray([...tags, 'd'], { maxLength: 2 }), { nil: undefined }),
  after: asksAfter,
})
const condition: fc.Arbitrary<AppendCondition> = fc.record({
  queries: fc.array(query, { maxLength: 3 }),
  after: asksAfter,
})

const judge = async (conditions: readonly AppendCondition[]) => {
  const answers = []
  for (const each of conditions)
    answers.push(await archive.store.appendTogether({ appends: [], condition: each }))
  return answers
}

/** As a tombstone from before told of a stream: by the union of its types and tags. */
const forgetKinds = async (stream: StreamName) => {
  const { Client } = await import('pg')
  const owner = new Client({ connectionString: database.ownerUrl })
  await owner.connect()
  const where = [stream.type, stream.id]
  await owner.query('DELETE FROM archived_kinds WHERE stream_type = $1 AND stream_id = $2', where)
  await owner.query(
    `UPDATE archived_streams SET has_kinds = false, event_ids = '{}' WHERE stream_type = $1 AND stream_id = $2`,
    where,
  )
  await owner.end()
}

describe.sequential('a condition', () => {
  it('says the same before and after archiving any of the streams, and when they are back', async () => {
    const asked = [
      { queries: [{ types: ['NoteWritten'], tags: ['a'] }] },
      { queries: [{ tags: ['a', 'b'] }, {}], after: 3 },
      ...fc.sample(condition, { numRuns: 80, seed: 11 }),
    ]
    const expected = await judge(asked)
    expect(new Set(expected.map(({ type }) => type))).toEqual(new Set(['written', 'outdated']))
    const subsets = fc.sample(fc.subarray(streams, { minLength: 1 }), { numRuns: 6, seed: 5 })
    for (const subset of [...subsets, streams]) {
      for (const stream of subset) expect((await archiveStream(archive, stream)).type).toBe('archived')
      expect(await judge(asked)).toEqual(expected)
      for (const stream of subset) await restoreStream(archive, stream)
    }
    expect(await judge(asked)).toEqual(expected)
  })

  it('over a tombstone from before lets nothing through that it should not, and says the same once that is renewed', async () => {
    const asked = fc.sample(condition, { numRuns: 80, seed: 13 })
    const expected = await judge(asked)
    for (const stream of streams.slice(0, 4)) {
      await archiveStream(archive, stream)
      await forgetKinds(stream)
    }
    const cautious = await judge(asked)
    for (const [nth, answer] of cautious.entries()) {
      if (expected[nth]?.type === 'outdated') expect(answer.type).toBe('outdated')
    }
    expect(await renewTombstones(archive)).toBe(4)
    expect(await renewTombstones(archive)).toBe(0)
    expect(await judge(asked)).toEqual(expected)
    for (const stream of streams.slice(0, 4)) {
      expect(await database.store.readStream(stream)).toEqual([])
      expect(await archive.store.readStream(stream)).not.toEqual([])
    }
  })

  it('judges a check of an archived stream by the version that it has', async () => {
    const [stream] = streams as [StreamName]
    const version = await archive.store.headVersion(stream)
    const check = { stream, events: [] }
    expect(await archive.store.append({ ...check, expectedVersion: version })).toEqual({
      type: 'written',
      version,
      position: head,
      events: [],
    })
    const stale = { type: 'conflict', expected: 'none', actual: version }
    expect(await archive.store.append({ ...check, expectedVersion: 'none' })).toEqual(stale)
    const write = { stream, expectedVersion: version, events: [newEvent(noteWritten())] }
    const results = await Promise.all([
      archive.store.append({ ...check, expectedVersion: 'exists' }),
      archive.store.append(write),
    ])
    expect(results.map(({ type }) => type)).toEqual(['written', 'archived'])
  })
})

it('an event of an archived stream is read by its id, also where its tombstone does not name it', async () => {
  const stream = freshStream()
  const event = newEvent(noteWritten(), { tags: ['a'] })
  await database.store.append({
    stream,
    expectedVersion: 'none',
    events: [newEvent(notebookOpened()), event],
  })
  const found = await archive.store.readEvent(event.eventId)
  expect(found).toMatchObject({ version: 2, recordedAt: expect.any(String) })
  await archiveStream(archive, stream)
  expect(await database.store.readEvent(event.eventId)).toBeUndefined()
  expect(await archive.store.readEvent(event.eventId)).toEqual(found)
  await forgetKinds(stream)
  expect(await archive.store.readEvent(event.eventId)).toEqual(found)
  await restoreStream(archive, stream)
  expect(await archive.store.readEvent(event.eventId)).toEqual(found)
})
