import { afterAll, beforeAll, expect, it } from 'vitest'
import type { StoredShape } from '../../events/recorded-event'
import { UnreadableEvent } from '../../events/unreadable-event'
import { newEvent, noteWritten } from '../../testing/notebook/builders'
import { notebookStream } from '../../testing/notebook/notebook'
import { notebookEvents } from '../../testing/notebook/notebook-events'
import { shelfStream } from '../../testing/notebook/shelf'
import { openTestDatabase, type TestDatabase } from '../../testing/open-database'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase(notebookEvents)
})
afterAll(() => database.close())

/** Appends an event in a shape of its own, as another version of the application would. */
const write = (stream: ReturnType<typeof notebookStream>, shape: StoredShape) =>
  database.store.append({
    stream,
    expectedVersion: 'any',
    events: [{ ...newEvent(noteWritten()), ...shape }],
  })

it('an event written in an older version reads in the current one, and keeps what was stored', async () => {
  const stream = notebookStream('old')
  const stored = { type: 'NotebookClosed', schemaVersion: 1, data: { reason: 'full', lines: 12 } }
  await write(stream, stored)
  const [event] = await database.store.readStream(stream)
  expect(event).toMatchObject({
    schemaVersion: 2,
    data: { ending: { reason: 'full' }, lines: 12 },
    stored,
  })
})

it('an event of a retired type is found by the type that replaced it', async () => {
  const stream = shelfStream('shelf-1')
  const data = { name: 'Mugs' }
  await write(stream, { type: 'ShelfNamed', schemaVersion: 1, data })
  const found = await database.store.readAll({ limit: 10, filter: { types: ['ShelfLabelled'] } })
  expect(found.map(({ type, streamId }) => ({ type, streamId }))).toEqual([
    { type: 'ShelfLabelled', streamId: 'shelf-1' },
  ])
})

it('an event of a newer application stops only who reads it', async () => {
  const stream = notebookStream('newer')
  await write(stream, { ...noteWritten(), schemaVersion: 1 })
  await write(stream, { type: 'NoteWritten', schemaVersion: 99, data: {} })
  const position = await database.store.headPosition()
  await expect(database.store.readStream(stream)).rejects.toThrow(UnreadableEvent)
  await expect(database.store.readStream(stream)).rejects.toMatchObject({
    reason: 'NewerSchemaVersion',
    position,
    version: 2,
  })
  expect(await database.store.readStream(stream, { to: 1 })).toHaveLength(1)
  await write(notebookStream('another'), { ...noteWritten(), schemaVersion: 1 })
  expect(await database.store.readStream(notebookStream('another'))).toHaveLength(1)
})
