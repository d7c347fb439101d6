import fc from 'fast-check'
import pino from 'pino'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { testSigner } from '../../testing/connections'
import { foldReaderOf } from '../../testing/fold-reader'
import { newEvent, notebookOpened, noteWritten } from '../../testing/notebook/builders'
import type { NotebookEvent } from '../../testing/notebook/events'
import { notebook, notebookStream } from '../../testing/notebook/notebook'
import { notebookEvents } from '../../testing/notebook/notebook-events'
import { openTestDatabase, type TestDatabase } from '../../testing/open-database'
import { createAggregates } from './aggregates'
import { head, type Moment } from './moment'
import type { FoldReader } from './read-fold'
import { createSnapshotKeeper, type SnapshotKeeper } from './snapshot-keeper'

let database: TestDatabase
let keeper: SnapshotKeeper
beforeAll(async () => {
  database = await openTestDatabase(notebookEvents)
  keeper = createSnapshotKeeper({
    codec: database.codec,
    sql: database.pool,
    signer: testSigner,
    store: database.store,
    log: pino({ level: 'silent' }),
  })
})
afterAll(async () => {
  await keeper.stop()
  await database.close()
})

/** An aggregate as quick to snapshot as a test needs it. */
const every = (snapshotEvery: number, stateVersion = 1) => ({ ...notebook, snapshotEvery, stateVersion })

const minute = (nth: number) => new Date(Date.UTC(2026, 0, 1, 0, nth)).toISOString()

const longNotebook = async (length: number): Promise<string> => {
  const notebookId = uuidv7()
  const events = Array.from({ length }, (_, nth) =>
    newEvent(nth === 0 ? notebookOpened() : noteWritten(`p${nth % 7}`), { occurredAt: minute(nth + 1) }),
  )
  await database.store.append({ stream: notebookStream(notebookId), expectedVersion: 'none', events })
  return notebookId
}

/** A reader that counts what it gives to fold. */
const counting = () => {
  const read = foldReaderOf(database)
  const counts: number[] = []
  const counted: FoldReader = async (...asked) => {
    const found = await read(...asked)
    counts.push(found.events.length)
    return found
  }
  return { read: counted, counts }
}

const foldUpTo = async (notebookId: string, version: number) =>
  notebook.fold(
    notebook.initial(notebookId),
    (await database.store.readStream(notebookStream(notebookId), {
      to: version,
    })) as unknown as NotebookEvent[],
  )

describe('an aggregate with snapshots', () => {
  it('is at every version, position and instant what the full fold is, and folds few events for it', async () => {
    const notebookId = await longNotebook(60)
    await keeper.fill(every(10), notebookId)
    const events = await database.store.readStream(notebookStream(notebookId))
    const { read, counts } = counting()
    const aggregates = createAggregates({ store: database.store, read })
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 65 }), async (nth) => {
        const version = Math.min(nth, 60)
        const state = await foldUpTo(notebookId, version)
        const position = (events[0]?.position ?? 0) + nth - 1
        const moments: Moment[] = [
          { type: 'version', version: nth },
          { type: 'position', position },
          { type: 'instant', at: minute(nth) },
        ]
        for (const moment of moments) {
          expect(await aggregates.at(every(10), notebookId, moment)).toMatchObject({ state, version })
        }
      }),
      { numRuns: 40 },
    )
    expect(Math.max(...counts)).toBeLessThanOrEqual(10)
  })

  it('loads the newest snapshot and the rest; a changed fold passes old snapshots over until its own are made', async () => {
    const notebookId = await longNotebook(25)
    await keeper.fill(every(10), notebookId)
    const { read, counts } = counting()
    const due: string[] = []
    const aggregates = createAggregates({
      store: database.store,
      read,
      onSnapshotDue: (_, streamId) => due.push(streamId),
    })
    const state = await foldUpTo(notebookId, 25)
    expect(await aggregates.at(every(10), notebookId, head)).toMatchObject({ state, version: 25 })
    expect(await aggregates.at(every(10, 2), notebookId, head)).toMatchObject({ state, version: 25 })
    expect(counts).toEqual([5, 25])
    expect(due).toEqual([notebookId])
    await keeper.renew(every(10, 2))
    await keeper.idle()
    await aggregates.at(every(10, 2), notebookId, head)
    expect(counts.at(-1)).toBe(5)
    const { rows } = await database.pool.query(
      'SELECT state_version, version FROM snapshots WHERE stream_id = $1 ORDER BY version',
      [notebookId],
    )
    expect(rows).toEqual([
      { state_version: 2, version: 10 },
      { state_version: 2, version: 20 },
    ])
  })

  it('asks for snapshots when an append crosses the line, and makes them in the background', async () => {
    const notebookId = await longNotebook(9)
    const aggregates = createAggregates({
      store: database.store,
      read: foldReaderOf(database),
      onSnapshotDue: keeper.request,
    })
    const loaded = await aggregates.loadFresh(every(10), notebookId)
    const event = noteWritten('late')
    const result = await database.store.append({
      stream: notebookStream(notebookId),
      expectedVersion: 9,
      events: [newEvent(event), newEvent(event)],
    })
    if (result.type !== 'written') throw new Error(result.type)
    aggregates.advance(every(10), notebookId, loaded, [event, event], result)
    await keeper.idle()
    const { snapshots } = await keeper.read(every(10), notebookId, { after: 0, limit: 5 })
    expect(snapshots[0]).toMatchObject({ version: 10, state: await foldUpTo(notebookId, 10) })
    expect((await aggregates.load(every(10), notebookId)).state).toEqual(await foldUpTo(notebookId, 11))
  })

  it('makes what is missing before it reads, page by page, once for all who want it', async () => {
    const notebookId = await longNotebook(45)
    const readStream = vi.spyOn(database.store, 'readStream')
    const pages = await Promise.all([
      keeper.read(every(10), notebookId, { after: 0, limit: 2 }),
      keeper.read(every(10), notebookId, { after: 20, limit: 9 }),
    ])
    expect(pages.map(({ snapshots }) => snapshots.map(({ version }) => version))).toEqual([
      [10, 20],
      [30, 40],
    ])
    expect(pages[1]?.snapshots[0]?.occurredUntil).toBe(minute(30))
    expect(readStream).toHaveBeenCalledOnce()
    readStream.mockRestore()
  })

  it('with events of a clock that was ahead counts what came before an event that had occurred', async () => {
    const notebookId = uuidv7()
    const times = [1, 5, 3, 7, 6].map(minute)
    const events = times.map((occurredAt, nth) =>
      newEvent(nth === 0 ? notebookOpened() : noteWritten(`p${nth}`), { occurredAt }),
    )
    await database.store.append({ stream: notebookStream(notebookId), expectedVersion: 'none', events })
    await keeper.fill(every(2), notebookId)
    const aggregates = createAggregates({
      store: database.store,
      read: foldReaderOf(database),
    })
    const versionAt = async (nth: number) =>
      (await aggregates.at(every(2), notebookId, { type: 'instant', at: minute(nth) })).version
    expect(await Promise.all([0, 1, 4, 5, 6, 7].map(versionAt))).toEqual([0, 1, 3, 3, 5, 5])
  })

  it('knows the years that ISO 8601 knows', async () => {
    const notebookId = await longNotebook(3)
    const aggregates = createAggregates({
      store: database.store,
      read: foldReaderOf(database),
    })
    const versionAt = async (at: string) =>
      (await aggregates.at(notebook, notebookId, { type: 'instant', at })).version
    expect(await versionAt('0000-01-01T00:00:00Z')).toBe(0)
    expect(await versionAt('9999-12-31T23:59:59Z')).toBe(3)
  })
})
