import { cp, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { StreamName } from '../../events/stream-name'
import { testCodec } from '../../testing/codec'
import { testAppConnection } from '../../testing/connections'
import { createTestDatabase, type EmptyDatabase } from '../../testing/database'
import { query } from '../../testing/embedded-harness'
import { migrationsDir } from '../../testing/migrations'
import { newEvent, noteWritten } from '../../testing/notebook/builders'
import { notebookStream } from '../../testing/notebook/notebook'
import { notebookEvents } from '../../testing/notebook/notebook-events'
import { shelfStream } from '../../testing/notebook/shelf'
import { migrate } from '../postgres/migrate'
import { createPool } from '../postgres/pool'
import { createPostgresStore } from './postgres-store'
import { verifyLog } from './verify-log'

const lastBeforeHashes = '20261121000200_identity'

let database: EmptyDatabase
let owner: pg.Client
let pool: pg.Pool
let old: string

beforeAll(async () => {
  database = await createTestDatabase()
  await query(
    database.ownerUrl,
    'drop schema public, read_models, read_models_build cascade; create schema public',
  )
  old = await mkdtemp(join(tmpdir(), 'hindsight-migrations-'))
  for (const name of await readdir(migrationsDir)) {
    if (name <= lastBeforeHashes) await cp(join(migrationsDir, name), join(old, name), { recursive: true })
  }
  await run(old)
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  pool = createPool(testAppConnection(database.ownerUrl), () => undefined)
})
afterAll(async () => {
  await Promise.all([owner.end(), pool.end(), rm(old, { recursive: true, force: true })])
  await database.drop()
})

const run = (folder: string) =>
  migrate({ url: database.ownerUrl, migrationsDir: folder, log: () => undefined })

/** As events were appended before there were hashes. */
const appendOld = ({ type, id }: StreamName, ...data: object[]) => {
  const events = data.map((each) => ({ ...newEvent(noteWritten()), eventId: uuidv7(), data: each }))
  const append = { streamType: type, streamId: id, expectedVersion: null, commandId: null, events }
  return owner.query('SELECT * FROM append_events($1)', [JSON.stringify([append])])
}

const strange = {
  '': [],
  text: 'thé 🍵 "quoted" \\ / \u2028 \b\f\n\r\t\u0001\u001f\u007f',
  é: { b: null, a: [true, false, 0, -1, 2 ** 53, [{}]], aa: 'after a', B: 'before a' },
  'a"b\\c\n': {},
}

it('a log from before there were hashes gets them, and goes on', async () => {
  const [notebook, shelf] = [notebookStream('old'), shelfStream('thé/🍵')]
  await appendOld(notebook, noteWritten().data, strange)
  await appendOld(shelf, strange, { nested: { strange } })
  await owner.query('BEGIN')
  await appendOld(notebook, noteWritten().data)
  await owner.query('ROLLBACK')
  await appendOld(notebook, noteWritten('tea').data)
  const applied = await run(migrationsDir)
  expect(applied.applied[0]).toMatch(/_append$/)

  const verify = () => verifyLog(pool, () => undefined)
  expect(await verify()).toMatchObject({ events: 5, streams: 2, faults: 0 })
  const store = createPostgresStore(pool, testCodec(notebookEvents, pool))
  const events = [{ ...newEvent(noteWritten()), data: strange }]
  expect(await store.append({ stream: notebook, expectedVersion: 3, events })).toMatchObject({
    type: 'written',
    version: 4,
    // The sequence had left one out.
    position: 7,
  })
  expect(await verify()).toMatchObject({ events: 6, streams: 2, faults: 0 })

  await owner.query('ALTER TABLE events DISABLE TRIGGER USER')
  await owner.query('DELETE FROM events WHERE position = 4')
  expect((await verify()).first).toEqual([{ type: 'Missing', position: 4, count: 1 }])
})
