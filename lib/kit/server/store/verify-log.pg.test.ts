import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newEvent, notebookOpened, noteWritten } from '../../testing/notebook/builders'
import { notebookStream } from '../../testing/notebook/notebook'
import { notebookEvents } from '../../testing/notebook/notebook-events'
import { openTestDatabase, type TestDatabase } from '../../testing/open-database'
import { explainFault } from './explain-fault'
import { verifyLog } from './verify-log'

let database: TestDatabase
let owner: pg.Client

beforeAll(async () => {
  database = await openTestDatabase(notebookEvents)
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  // As only somebody can who owns the database and means to.
  await owner.query('ALTER TABLE events DISABLE TRIGGER USER')
})
afterAll(async () => {
  await owner.end()
  await database.close()
})

const append = (id: string, ...noteIds: string[]) =>
  database.store.append({
    stream: notebookStream(id),
    expectedVersion: 'any',
    events: noteIds.map((noteId) => newEvent(noteWritten(noteId), { tags: [`topic:${noteId}`, 'a "tag"'] })),
  })

/** a1 a2 b1 a3 b2 */
beforeEach(async () => {
  await tamper('DELETE FROM events', 'DELETE FROM archived_streams', 'UPDATE log_head SET position = 0')
  await database.store.append({
    stream: notebookStream('a'),
    expectedVersion: 0,
    events: [newEvent(notebookOpened()), newEvent(noteWritten('thé 🍵 \u2028\u0001"\\'))],
  })
  await append('b', 'mug')
  await append('a', 'tea')
  await append('b', 'pot')
})

const tamper = async (...statements: string[]) => {
  for (const statement of statements) await owner.query(statement)
}

const verify = () => verifyLog(database.pool, () => undefined)

describe('verifying the log', () => {
  it('finds a whole one whole, and counts', async () => {
    const told: number[] = []
    const verified = await verifyLog(database.pool, (events) => told.push(events))
    expect(verified).toEqual({ events: 5, streams: 2, archivedStreams: 0, faults: 0, first: [] })
    expect(told).toEqual([1, 2, 3, 4, 5])
  })

  it('finds an empty one whole', async () => {
    await tamper('DELETE FROM events', 'UPDATE log_head SET position = 0')
    expect(await verify()).toMatchObject({ events: 0, faults: 0 })
  })

  it('walks more than a page', async () => {
    for (let n = 0; n < 13; n++)
      await append(`long-${n % 3}`, ...Array.from({ length: 900 }, (_, i) => `p${i}`))
    expect(await verify()).toMatchObject({ events: 11_705, streams: 5, faults: 0 })
  })

  const a2 = { position: 2, stream: notebookStream('a'), version: 2 }
  const a3 = { position: 4, stream: notebookStream('a'), version: 3 }

  it.each([
    ['data', `UPDATE events SET data = jsonb_set(data, '{lines}', '99') WHERE position = 2`],
    [
      'metadata',
      `UPDATE events SET metadata = jsonb_set(metadata, '{actor,id}', '"eve"') WHERE position = 2`,
    ],
    ['a type', `UPDATE events SET type = 'NoteRemoved' WHERE position = 2`],
    ['a schema version', 'UPDATE events SET schema_version = 2 WHERE position = 2'],
    ['a time', `UPDATE events SET occurred_at = occurred_at + interval '1 ms' WHERE position = 2`],
    ['tags', `UPDATE events SET tags = '{other}' WHERE position = 2`],
    ['an id', 'UPDATE events SET event_id = gen_random_uuid() WHERE position = 2'],
    ['data that could not have been written', `UPDATE events SET data = '[]' WHERE position = 2`],
  ])('names the one event with %s changed', async (_what, statement) => {
    await tamper(statement)
    expect(await verify()).toMatchObject({ faults: 1, first: [{ type: 'WrongHash', ...a2 }] })
  })

  it('finds a changed hash, and the event that was chained to it', async () => {
    await tamper(`UPDATE events SET hash = sha256('') WHERE position = 2`)
    expect((await verify()).first).toEqual([
      { type: 'WrongHash', ...a2 },
      { type: 'WrongHash', ...a3 },
    ])
  })

  it('finds an event that was removed from the middle', async () => {
    await tamper('DELETE FROM events WHERE position = 2')
    expect((await verify()).first).toEqual([
      { type: 'Missing', position: 2, count: 1 },
      { type: 'WrongVersion', ...a3 },
    ])
  })

  it.each([
    ["a stream's last event", 'position = 4', { position: 4, count: 1 }],
    ["the log's last event", 'position = 5', { position: 5, count: 1 }],
    ['a whole stream', `stream_id = 'b'`, { position: 3, count: 2 }],
  ])('finds that %s was removed', async (_what, which, missing) => {
    await tamper(`DELETE FROM events WHERE ${which}`)
    expect(await verify()).toMatchObject({ faults: 1, first: [{ type: 'Missing', ...missing }] })
  })

  it('finds swapped versions', async () => {
    await tamper(
      'UPDATE events SET version = 9 WHERE position = 2',
      'UPDATE events SET version = 2 WHERE position = 4',
      'UPDATE events SET version = 3 WHERE position = 2',
    )
    expect((await verify()).first).toEqual([
      { type: 'OutOfOrder', position: 2, stream: notebookStream('a'), version: 3 },
      { type: 'WrongHash', position: 4, stream: notebookStream('a'), version: 2 },
    ])
  })

  it('finds an event that was given to another stream', async () => {
    await tamper(`UPDATE events SET stream_id = 'c', version = 1 WHERE position = 5`)
    expect((await verify()).first).toEqual([
      { type: 'WrongHash', position: 5, stream: notebookStream('c'), version: 1 },
    ])
  })

  it('finds a stream that was given another name', async () => {
    await tamper(`UPDATE events SET stream_id = 'c' WHERE stream_id = 'b'`)
    expect(await verify()).toMatchObject({
      faults: 2,
      first: [{ type: 'WrongHash', position: 3 }, { position: 5 }],
    })
  })

  it('finds an event that was written past append_events()', async () => {
    await tamper('UPDATE log_head SET position = 4')
    expect((await verify()).first).toEqual([{ type: 'AfterHead', position: 5, head: 4 }])
  })

  const archive = `INSERT INTO archived_streams (stream_type, stream_id, version, hash, first_position, last_position,
    types, tags, location, checksum)
    SELECT stream_type, stream_id, count(*), sha256(''), min(position), max(position), '{}', '{}', '', ''
    FROM events WHERE stream_id = 'b' GROUP BY stream_type, stream_id`

  it('counts what stands in cold storage, and misses none of it', async () => {
    await tamper(archive, `DELETE FROM events WHERE stream_id = 'b'`)
    expect(await verify()).toMatchObject({ events: 3, streams: 1, archivedStreams: 1, faults: 0 })
  })

  it('finds that more is gone than was archived', async () => {
    await tamper(archive, `DELETE FROM events WHERE stream_id = 'b' OR position = 2`)
    expect((await verify()).first[0]).toEqual({ type: 'Missing', position: 2, count: 1 })
  })

  it('finds a stream that stands in cold storage and in the log', async () => {
    await tamper(archive)
    expect((await verify()).first).toEqual([
      { type: 'ArchivedToo', position: 3, stream: notebookStream('b') },
    ])
  })

  it('says it in words', async () => {
    await tamper('DELETE FROM events WHERE position = 1', `UPDATE events SET data = '{}' WHERE position = 5`)
    expect((await verify()).first.map(explainFault)).toEqual([
      'Position 1: from here on the log lacks 1 that were not archived',
      'Position 2, notebook/a, version 2: the version before it is missing',
      "Position 5, notebook/b, version 2: it isn't what was written there, its hash doesn't fit",
    ])
  })
})
