import { afterAll, beforeAll, expect, it } from 'vitest'
import { newEvent, notebookClosed, notebookOpened, noteWritten } from '../../testing/notebook/builders'
import type { NotebookEvent } from '../../testing/notebook/events'
import { notebook, notebookStream } from '../../testing/notebook/notebook'
import { notebookEvents } from '../../testing/notebook/notebook-events'
import { openTestArchive, type TestArchive } from '../../testing/open-archive'
import { openTestDatabase, type TestDatabase } from '../../testing/open-database'
import { archiveClosed, createTally } from './archive-closed'
import { countClosed } from './closed-streams'
import { endingsOf } from './endings-of'
import { findTombstone } from './find-tombstone'

const endings = endingsOf(notebook, notebookEvents)

let database: TestDatabase
let archive: TestArchive
let between: Date

const append = (notebookId: string, ...events: NotebookEvent[]) =>
  database.store.append({
    stream: notebookStream(notebookId),
    expectedVersion: 'any',
    events: events.map((event) => newEvent(event)),
  })

beforeAll(async () => {
  database = await openTestDatabase(notebookEvents)
  archive = await openTestArchive(database)
  await append('open', notebookOpened(), noteWritten())
  await append('closed', notebookOpened(), noteWritten(), notebookClosed())
  await append('reopened', notebookOpened(), notebookClosed(), noteWritten())
  for (let nth = 0; nth < 10; nth++) await append(`closed-${nth}`, notebookOpened(), notebookClosed())
  const { rows } = await database.pool.query<{ now: Date }>(
    `SELECT recorded_at + interval '1 ms' AS now FROM log_head, pg_sleep(0.002)`,
  )
  between = rows[0]?.now as Date
  await append('closed-later', notebookOpened(), notebookClosed())
})
afterAll(async () => {
  await archive.close()
  await database.close()
})

const archiveBefore = async (
  before: Date,
  limit = Number.POSITIVE_INFINITY,
  signal = new AbortController().signal,
) => {
  const tally = createTally()
  await archiveClosed(archive, { endings, before, limit, signal }, tally)
  return tally
}

it('archives notebooks that were closed before the time, as many as asked for, and no others', async () => {
  expect(await countClosed(database.pool, endings, between)).toEqual({ streams: 11, events: 23 })
  expect(await archiveBefore(new Date(0))).toMatchObject({ streams: 0 })
  expect(await archiveBefore(between, 10, AbortSignal.abort())).toMatchObject({ streams: 0 })
  expect(await archiveBefore(between, 1)).toMatchObject({ streams: 1, events: 3, passedOver: 0, refused: [] })
  expect(await findTombstone(database.pool, notebookStream('closed'))).toBeDefined()
  expect(await archiveBefore(between)).toMatchObject({ streams: 10, events: 20 })
  expect(await countClosed(database.pool, endings, between)).toEqual({ streams: 0, events: 0 })
  for (const id of ['open', 'reopened', 'closed-later']) {
    expect(await findTombstone(database.pool, notebookStream(id))).toBeUndefined()
  }
})
