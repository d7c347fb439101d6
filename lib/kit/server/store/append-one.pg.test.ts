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
import { appendOneEach } from './append-one-each'
import type { AppendVerdict } from './append-verdict'
import type { Append } from './event-store'
import { createFingerprint } from './fingerprint'
import { type SealedAppend, seal } from './seal'

const streams = Array.from({ length: 3 }, freshStream)
const archived = freshStream()
const ids = Array.from({ length: 3 }, () => uuidv4())
const prints = ['a', 'b'].map((asked) => createFingerprint('a secret')({ asked }))

let databases: [TestDatabase, TestDatabase, TestDatabase]
let archives: TestArchive[]

beforeAll(async () => {
  const open = () => openTestDatabase(notebookEvents)
  databases = [await open(), await open(), await open()]
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

/** As part of several to one stream, which no function takes that is for one event. */
const inBatch = async ({ pool }: TestDatabase, append: SealedAppend) => {
  const check = seal({ stream: append.stream, expectedVersion: 'any', events: [] })
  return (await appendBatch(pool, [check, append]))[1]
}

it('one append comes to the same by itself, among others to other streams, and in any batch', async () => {
  const [alone, among, batched] = databases
  const seen = new Set<string>()
  const asked = fc.sample(anyAppend, { numRuns: 400, seed: 3 })
  for (let nth = 0; nth < asked.length; nth += 4) {
    const appends = asked.slice(nth, nth + 4).map(seal)
    const few = [...new Map(appends.map((append) => [append.key, append])).values()]
    const others = few.length > 1 ? await appendBatch(among.pool, few) : undefined
    for (const [place, append] of few.entries()) {
      const one = [append] as const
      if (!isOne(one)) throw new Error('More than one')
      const expected = withoutTime((await inBatch(batched, append)) as AppendVerdict)
      expect(withoutTime(await appendOne(alone.pool, one[0]))).toEqual(expected)
      const other = others ? others[place] : (await appendOneEach(among.pool, one))[0]
      expect(withoutTime(other as AppendVerdict)).toEqual(expected)
      seen.add(expected.type)
    }
  }
  expect(seen).toEqual(new Set(['written', 'conflict', 'duplicate', 'reused', 'archived']))
  const logs = await Promise.all(databases.map(({ store }) => store.readAll({ limit: 1_000 })))
  const [one, ...same] = logs.map((log) => log.map(({ recordedAt, ...event }) => event))
  expect(same).toEqual([one, one])
})
