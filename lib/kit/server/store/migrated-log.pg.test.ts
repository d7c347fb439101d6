import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { StreamName } from '../../events/stream-name'
import { testCodec } from '../../testing/codec'
import { newEvent, noteWritten } from '../../testing/notebook/builders'
import { notebookStream } from '../../testing/notebook/notebook'
import { notebookEvents } from '../../testing/notebook/notebook-events'
import { shelfStream } from '../../testing/notebook/shelf'
import { type OldDatabase, openOldDatabase } from '../../testing/old-database'
import { createPostgresStore } from './postgres-store'
import { verifyLog } from './verify-log'

const lastBeforeHashes = '20261121000200_identity'

let database: OldDatabase
beforeAll(async () => {
  database = await openOldDatabase(lastBeforeHashes)
})
afterAll(() => database.close())

/** As events were appended before there were hashes. */
const appendOld = ({ type, id }: StreamName, ...data: object[]) => {
  const events = data.map((each) => ({ ...newEvent(noteWritten()), eventId: uuidv7(), data: each }))
  const append = { streamType: type, streamId: id, expectedVersion: null, commandId: null, events }
  return database.owner.query('SELECT * FROM append_events($1)', [JSON.stringify([append])])
}

const strange = {
  '': [],
  text: 'thé 🍵 "quoted" \\ / \u2028 \b\f\n\r\t\u0001\u001f\u007f',
  é: { b: null, a: [true, false, 0, -1, 2 ** 53, [{}]], aa: 'after a', B: 'before a' },
  'a"b\\c\n': {},
}

it('a log from before there were hashes gets them, and goes on', async () => {
  const { owner, pool, migrate } = database
  const [notebook, shelf] = [notebookStream('old'), shelfStream('thé/🍵')]
  await appendOld(notebook, noteWritten().data, strange)
  await appendOld(shelf, strange, { nested: { strange } })
  await owner.query('BEGIN')
  await appendOld(notebook, noteWritten().data)
  await owner.query('ROLLBACK')
  await appendOld(notebook, noteWritten('tea').data)
  const applied = await migrate()
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
