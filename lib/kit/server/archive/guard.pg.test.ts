import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { StreamName } from '../../events/stream-name'
import { newEvent, notebookOpened, noteWritten } from '../../testing/notebook/builders'
import { notebookStream } from '../../testing/notebook/notebook'
import { notebookEvents } from '../../testing/notebook/notebook-events'
import { openTestArchive, type TestArchive } from '../../testing/open-archive'
import { openTestDatabase, type TestDatabase } from '../../testing/open-database'
import { archiveStream } from './archive-stream'

let database: TestDatabase
let archive: TestArchive
let owner: pg.Client
let maintenance: pg.PoolClient
let stream: StreamName
let streams = 0

beforeAll(async () => {
  database = await openTestDatabase(notebookEvents)
  archive = await openTestArchive(database)
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  maintenance = await archive.pool.connect()
})
afterAll(async () => {
  maintenance.release()
  await owner.end()
  await archive.close()
  await database.close()
})
beforeEach(async () => {
  stream = notebookStream(`guarded-${++streams}`)
  const events = [newEvent(notebookOpened()), newEvent(noteWritten()), newEvent(noteWritten())]
  await database.store.append({ stream, expectedVersion: 0, events })
})

const remove = (where = 'true') => ({
  text: `DELETE FROM events WHERE stream_type = $1 AND stream_id = $2 AND ${where}`,
  values: [stream.type, stream.id],
})

/** A tombstone that says of the stream what it is, or what the test has it say. */
const bury = (said: { version?: string; hash?: string; last?: string } = {}) => ({
  text: `INSERT INTO archived_streams (stream_type, stream_id, version, hash, first_position, last_position, types, tags,
                                       location, checksum)
         SELECT stream_type, stream_id, ${said.version ?? 'version'}, ${said.hash ?? 'hash'}, position - 2,
                ${said.last ?? 'position'}, '{}', '{}', 'somewhere', ''
         FROM events WHERE stream_type = $1 AND stream_id = $2 AND version = 3`,
  values: [stream.type, stream.id],
})

/** In one transaction, of which nothing stays. */
const trying = async (...queries: { text: string; values: string[] }[]): Promise<void> => {
  await maintenance.query('BEGIN')
  try {
    for (const query of queries) await maintenance.query(query)
  } finally {
    await maintenance.query('ROLLBACK')
  }
}

describe('rows of the log', () => {
  it('may not be removed by the app or the owner, archived or not', async () => {
    await maintenance.query(bury())
    await expect(database.pool.query(remove())).rejects.toThrow('permission denied')
    await expect(owner.query(remove())).rejects.toThrow('append-only')
    await owner.query(`DELETE FROM archived_streams WHERE location = 'somewhere'`)
  })

  it('may be removed by maintenance with the tombstone of all of them', async () => {
    await expect(trying(bury(), remove())).resolves.toBeUndefined()
  })

  it.each([
    ['without a tombstone', () => [remove()]],
    ['in part', () => [bury(), remove('version = 1')]],
    ['all but the last', () => [bury(), remove('version < 3')]],
    ['the last alone', () => [bury(), remove('version = 3')]],
    ['with the tombstone of an older version', () => [bury({ version: '2' }), remove()]],
    ['with the tombstone of another history', () => [bury({ hash: `sha256('')` }), remove()]],
    ['with the tombstone of other positions', () => [bury({ last: 'position + 1' }), remove()]],
  ])('may not be removed by maintenance %s', async (_what, queries) => {
    await expect(trying(...queries())).rejects.toThrow('was not archived as it is')
  })

  it('may not be removed by maintenance together with those of a stream without a tombstone', async () => {
    const all = { text: 'DELETE FROM events', values: [] }
    await expect(trying(bury(), all)).rejects.toThrow('was not archived as it is')
  })

  it.each([
    `UPDATE events SET data = '{}'`,
    'TRUNCATE events',
    `INSERT INTO events (position) VALUES (1)`,
    'DELETE FROM archived_streams',
    'UPDATE archived_streams SET version = 1',
    'ALTER TABLE events DISABLE TRIGGER ALL',
    'DROP TRIGGER removed_streams_are_archived ON events',
    'UPDATE log_head SET position = 0',
  ])('maintenance may do no more than that: %s', async (text) => {
    await expect(trying({ text, values: [] })).rejects.toThrow(/permission denied|must be owner/)
  })

  it('are removed only when nobody appends meanwhile', async () => {
    await maintenance.query('BEGIN')
    await maintenance.query(bury())
    await maintenance.query(remove())
    const late = database.store.append({ stream, expectedVersion: 3, events: [newEvent(noteWritten())] })
    await maintenance.query('COMMIT')
    expect(await late).toEqual({ type: 'archived' })
  })
})

describe('bringing back', () => {
  const call = (positions: string, count = 3) => ({
    text: `SELECT restore_stream($1, $2, ${positions}, array_fill(gen_random_uuid(), '{${count}}'), array_fill('x'::text, '{${count}}'),
             array_fill(1, '{${count}}'), array_fill('{}'::jsonb, '{${count}}'), array_fill('{}'::jsonb, '{${count}}'),
             array_fill('{}'::text, '{${count}}'), array_fill(now(), '{${count}}'), array_fill(now(), '{${count}}'), '')`,
    values: [stream.type, stream.id],
  })

  it('is refused to the app', async () => {
    await expect(database.pool.query(call('ARRAY[1,2,3]::bigint[]'))).rejects.toThrow('permission denied')
  })

  it('is refused for what is not archived', async () => {
    await expect(trying(call('ARRAY[1,2,3]::bigint[]'))).rejects.toThrow('is not archived')
  })

  it('is refused for anything but what was archived', async () => {
    await archiveStream(archive, stream)
    await expect(trying(call('ARRAY[1,2,3]::bigint[]'))).rejects.toThrow('as it was archived')
    await expect(trying(call('ARRAY[]::bigint[]', 0))).rejects.toThrow('as it was archived')
  })
})
