import { afterAll, beforeAll, expect, it } from 'vitest'
import { isOutgrown, outlineOf } from '../../history/outline'
import { newEvent, notebookOpened, noteWritten } from '../../testing/notebook/builders'
import { notebook, notebookStream } from '../../testing/notebook/notebook'
import { notebookEvents } from '../../testing/notebook/notebook-events'
import { openTestArchive } from '../../testing/open-archive'
import { openTestDatabase, type TestDatabase } from '../../testing/open-database'
import { archiveStream } from '../archive/archive-stream'
import { keepOutcome } from '../store/command-outcomes'
import type { EventStore } from '../store/event-store'
import { createOutlines } from './outlines'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase(notebookEvents)
})
afterAll(() => database.close())

const at = (minute: number): string => new Date(Date.UTC(2026, 0, 2) + minute * 60_000).toISOString()

const fill = async (notebookId: string, events: number) => {
  const between = Array.from({ length: events - 2 }, (_, index) =>
    // Now and then the clock runs backwards, and once it stands still for days.
    newEvent(noteWritten('mug'), {
      occurredAt: at((index < 300 ? index : index + 9_000) - (index % 7 ? 0 : 3)),
    }),
  )
  const reverted = newEvent(
    { type: 'NotebookReverted', data: { fromVersion: 5, toVersion: 3 } },
    { occurredAt: at(20_000) },
  )
  await database.store.append({
    stream: notebookStream(notebookId),
    expectedVersion: 0,
    events: [newEvent(notebookOpened(), { occurredAt: at(0) }), ...between, reverted],
  })
}

const outlines = (store: EventStore = database.store) =>
  createOutlines({ sql: database.pool, registry: notebookEvents, store })
const outlined = (notebookId: string) => outlines().read(notebook, notebookId)

it('counts in the database what a look at every event counts', async () => {
  await fill('outlined', 701)
  const events = await database.store.readStream(notebookStream('outlined'), { limit: 1_000 })
  const { marks, ...outline } = await outlined('outlined')
  expect(outline).toEqual(outlineOf(events))
  expect(marks).toEqual([
    { version: 1, type: 'NotebookOpened' },
    { version: 701, type: 'NotebookReverted' },
  ])
})

it('is not outgrown as soon as it is made, though an event says it happened long after the last', async () => {
  const moments = [at(0), '2126-01-01T00:00:00.000Z', at(0)]
  await database.store.append({
    stream: notebookStream('ahead'),
    expectedVersion: 0,
    events: moments.map((occurredAt, index) =>
      newEvent(index === 0 ? notebookOpened() : noteWritten('mug'), { occurredAt }),
    ),
  })
  const outline = await outlined('ahead')
  expect(
    outline.byTime.columns.map(({ counts }) => counts).filter(({ NoteWritten }) => NoteWritten),
  ).toHaveLength(2)
  expect(isOutgrown(outline)).toBe(false)
})

it('marks where a command met another version', async () => {
  await fill('contested', 20)
  const commandId = '0193aaaa-0000-7000-8000-000000000001'
  await keepOutcome(database.pool, notebookStream('contested'), commandId, {
    type: 'conflict',
    expected: 3,
    actual: 7,
  })
  expect((await outlined('contested')).marks).toContainEqual({ version: 7, type: 'Conflict' })
})

it('is kept up with what came since, as if it were counted anew', async () => {
  await fill('grown', 900)
  const kept = outlines()
  await kept.read(notebook, 'grown')
  const later = Array.from({ length: 40 }, (_, index) =>
    newEvent(noteWritten('tea'), { occurredAt: at(20_001 + index) }),
  )
  await database.store.append({ stream: notebookStream('grown'), expectedVersion: 900, events: later })
  const events = await database.store.readStream(notebookStream('grown'), { limit: 1_000 })
  const { byVersion, byTime, version, marks } = await kept.read(notebook, 'grown')
  expect([version, marks.at(-1)?.version]).toEqual([940, 900])
  const counted = (columns: typeof byTime.columns) => columns.flatMap(({ counts }) => Object.values(counts))
  for (const { columns } of [byVersion, byTime])
    expect(counted(columns).reduce((total, count) => total + count, 0)).toBe(events.length)
})

it('gives the same for a stream in cold storage', async () => {
  await fill('stored', 300)
  const before = await outlined('stored')
  const archive = await openTestArchive(database)
  await archiveStream(archive, notebookStream('stored'))
  expect(await outlines(archive.store).read(notebook, 'stored')).toEqual(before)
  await archive.close()
})
