import { afterAll, beforeAll, expect, it } from 'vitest'
import type { RecordedEvent } from '../../events/recorded-event'
import { foldReaderOf } from '../../testing/fold-reader'
import { newEvent, notebookOpened, noteWritten } from '../../testing/notebook/builders'
import { notebook, notebookStream } from '../../testing/notebook/notebook'
import { notebookEvents } from '../../testing/notebook/notebook-events'
import { openTestArchive, type TestArchive } from '../../testing/open-archive'
import { openTestDatabase, type TestDatabase } from '../../testing/open-database'
import { createAggregates } from '../aggregates/aggregates'
import { createLog } from '../log'
import { catchUp } from '../subscriptions/catch-up'
import { archiveStream } from './archive-stream'

let database: TestDatabase
let archive: TestArchive
beforeAll(async () => {
  database = await openTestDatabase(notebookEvents)
  archive = await openTestArchive(database)
  for (let nth = 0; nth < 30; nth++) {
    const events = [newEvent(notebookOpened()), newEvent(noteWritten('mug', 1 + (nth % 3)))]
    await database.store.append({ stream: notebookStream(`notebook-${nth}`), expectedVersion: 0, events })
  }
})
afterAll(async () => {
  await archive.close()
  await database.close()
})

/** What a subscription that is new gets to see. */
const followed = async (name: string, partitions: number): Promise<RecordedEvent[]> => {
  const seen: RecordedEvent[] = []
  const apply = async (_: unknown, events: readonly RecordedEvent[]) => {
    seen.push(...events)
  }
  const dependencies = { pool: database.pool, store: archive.store, log: createLog('silent') }
  const handler = { type: 'transaction', apply } as const
  const subscription = { name, startFrom: 'beginning', onPoison: 'stop', batchSize: 7, handler } as const
  await catchUp(dependencies, { ...subscription, partitions })
  return seen.sort((one, other) => one.position - other.position)
}

const loaded = (notebookId: string) => {
  const { store } = archive
  return createAggregates({
    store,
    read: foldReaderOf({ ...database, store }),
  }).load(notebook, notebookId)
}

it('subscriptions and aggregates see archived events as if they were in the log', async () => {
  const before = await followed('before', 2)
  const kept = await loaded('notebook-4')
  expect(before).toHaveLength(60)
  expect(kept).toMatchObject({ version: 2, state: { id: 'notebook-4' } })
  for (let nth = 2; nth < 30; nth += 2) await archiveStream(archive, notebookStream(`notebook-${nth}`))
  expect(await followed('after', 1)).toEqual(before)
  expect(await followed('after, in parts', 3)).toEqual(before)
  expect(await loaded('notebook-4')).toEqual(kept)
})
