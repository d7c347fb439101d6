import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testAppConnection } from '../../testing/connections'
import { newEvent, notebookOpened, noteWritten } from '../../testing/notebook/builders'
import { notebookStream } from '../../testing/notebook/notebook'
import { notebookEvents } from '../../testing/notebook/notebook-events'
import { openTestDatabase, type TestDatabase } from '../../testing/open-database'

let database: TestDatabase
let owner: pg.Client
let app: pg.Client

beforeAll(async () => {
  database = await openTestDatabase(notebookEvents)
  owner = new pg.Client({ connectionString: database.ownerUrl })
  app = new pg.Client(testAppConnection(database.ownerUrl))
  await Promise.all([owner.connect(), app.connect()])
  const events = [newEvent(notebookOpened()), newEvent(noteWritten())]
  await database.store.append({ stream: notebookStream('kept'), expectedVersion: 0, events })
})

afterAll(async () => {
  await Promise.all([owner.end(), app.end()])
  await database.close()
})

const changes = [
  `UPDATE events SET data = '{}'`,
  `UPDATE events SET data = '{}' WHERE false`,
  'DELETE FROM events',
  'TRUNCATE events',
  'TRUNCATE events CASCADE',
]

describe('the log', () => {
  it.each(changes)('refuses its owner: %s', async (sql) => {
    await expect(owner.query(sql)).rejects.toThrow(/append-only/)
    expect(await database.store.readStream(notebookStream('kept'))).toHaveLength(2)
  })

  it('refuses its owner in replica mode too', async () => {
    await owner.query('SET session_replication_role = replica')
    await expect(owner.query('DELETE FROM events')).rejects.toThrow(/append-only/)
    await owner.query('SET session_replication_role = origin')
  })

  it.each([
    ...changes,
    `INSERT INTO events (event_id, stream_type, stream_id, version, type, schema_version, data, metadata, occurred_at)
     VALUES (gen_random_uuid(), 'notebook', 'kept', 3, 'NoteWritten', 1, '{}', '{}', now())`,
    'ALTER TABLE events DISABLE TRIGGER ALL',
    'DROP TABLE events',
    'DROP TRIGGER events_are_append_only ON events',
  ])("refuses the app's role: %s", async (sql) => {
    await expect(app.query(sql)).rejects.toThrow(/permission denied|must be owner/)
  })
})
