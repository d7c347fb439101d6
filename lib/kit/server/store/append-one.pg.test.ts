import fc from 'fast-check'
import { v4 as uuidv4 } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshStream } from '../../testing/event-store/fresh-stream'
import { newEvent, notebookClosed, noteWritten } from '../../testing/notebook/builders'
import { notebookEvents } from '../../testing/notebook/notebook-events'
import { openTestArchive, type TestArchive } from '../../testing/open-archive'
import { openTestDatabase, type TestDatabase } from '../../testing/open-database'
import { archiveStream } from '../archive/archive-stream'
import { appendBatch } from './append-batch'
import { appendOne, isOne } from './append-one'
import type { AppendVerdict } from './append-verdict'
import type { Append } from './event-store'
import { createFingerprint } from './fingerprint'
import { seal } from './seal'

const streams = Array.from({ length: 3 }, freshStream)
const archived = freshStream()
const ids = Array.from({ length: 3 }, () => uuidv4())
const prints = ['a', 'b'].map((asked) => createFingerprint('a secret')({ asked }))

let databases: [TestDatabase, TestDatabase]
let archives: TestArchive[]

beforeAll(async () => {
  databases = [await openTestDatabase(notebookEvents), await openTestDatabase(notebookEvents)]
  archives = await Promise.all(databases.map(openTestArchive))
  const events = [newEvent(noteWritten()), newEvent(notebookClosed())]
  for (const [nth, { store }] of databases.entries()) {
    await store.append({ stream: archived, expectedVersion: 'none', events })
    await archiveStream(archives[nth] as TestArchive, archived)
  }
})
afterAll(async () => {
  for (const archive of archives) await archive.close()
  for (const database of databases) await database.close()
})

const anyAppend: fc.Arbitrary<Append> = fc.record({
  stream: fc.constantFrom(...streams, archived),
  expectedVersion: fc.oneof(fc.constantFrom('none', 'exists', 'any'), fc.nat(4)),
  commandId: fc.option(fc.constantFrom(...ids), { nil: undefined }),
  fingerprint: fc.option(fc.constantFrom(...prints), { nil: undefined }),
  events: fc
    .constantFrom<readonly string[]>([], ['a'], ['a "quoted" one', '{b, \\}'])
    .map((tags) => [newEvent(noteWritten(), { tags })]),
})

/** When it was recorded is each database's own. */
const withoutTime = (verdict: AppendVerdict) =>
  verdict.type === 'written'
    ? { ...verdict, events: verdict.events.map(({ recordedAt, ...event }) => event) }
    : verdict

it('one append comes to the same by itself as in a batch', async () => {
  const [alone, batched] = databases
  const seen = new Set<string>()
  for (const append of fc.sample(anyAppend, { numRuns: 300, seed: 3 })) {
    const sealed = [seal(append)] as const
    if (!isOne(sealed)) throw new Error('More than one')
    const one = await appendOne(alone.pool, sealed[0])
    const [other] = await appendBatch(batched.pool, sealed)
    expect(withoutTime(one)).toEqual(withoutTime(other as AppendVerdict))
    seen.add(one.type)
  }
  expect(seen).toEqual(new Set(['written', 'conflict', 'duplicate', 'reused', 'archived']))
  const logs = await Promise.all(databases.map(({ store }) => store.readAll({ limit: 1_000 })))
  const [ours, theirs] = logs.map((log) => log.map(({ recordedAt, ...event }) => event))
  expect(ours).toEqual(theirs)
})
