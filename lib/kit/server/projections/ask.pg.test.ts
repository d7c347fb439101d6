import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newEvent, notebookOpened, noteWritten } from '../../testing/notebook/builders'
import { notebookStream } from '../../testing/notebook/notebook'
import { notebookEvents } from '../../testing/notebook/notebook-events'
import { createNotebookTables, notebookProjections } from '../../testing/notebook/notebook-projections'
import { notebooksProjection } from '../../testing/notebook/notebooks-projection'
import { ownersProjection } from '../../testing/notebook/owners-projection'
import { writeNotebooks } from '../../testing/notebook/write-notebooks'
import { openTestDatabase, type TestDatabase } from '../../testing/open-database'
import { catchUp } from '../subscriptions/catch-up'
import { asSubscription } from './as-subscription'
import type { Projection } from './projection'
import { runOnce } from './run-once'
import { waitFor, waitForAll } from './wait-for'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase(notebookEvents)
  await createNotebookTables(database.pool)
  await writeNotebooks(database.store, { seed: 11, commands: 800, notebooks: 40 })
  for (const projection of notebookProjections) await follow(projection)
})
afterAll(() => database.close())

const follow = (projection: Projection) =>
  catchUp({ ...database, log: pino({ level: 'silent' }) }, asSubscription(projection, database.store))

const allRows = async () => (await database.pool.query('SELECT * FROM notebooks ORDER BY notebook_id')).rows

describe('a question asked once', () => {
  it('is answered from a part of the log, and leaves nothing behind', async () => {
    const before = await allRows()
    const [early] = await runOnce(database, notebooksProjection, { after: 0, upTo: 100, limit: 1_000 })
    const [late] = await runOnce(database, notebooksProjection, { after: 100, upTo: 1e9, limit: 1_000 })
    const versions = (rows: typeof early) => new Map(rows?.rows.map((row) => [row.notebook_id, row.version]))
    expect(early?.rows.every((row) => (row.position as number) <= 100)).toBe(true)
    const live = new Map(before.map((row) => [row.notebook_id, row.version]))
    expect(new Map([...versions(early), ...versions(late)])).toEqual(live)
    expect(await allRows()).toEqual(before)
  })

  it('sees each stream as it was, also when it is told of some events only', async () => {
    const types = ['NotebookClosed']
    const question = { after: 0, upTo: 1e9, limit: 1_000 }
    const endings = async (filter = {}) =>
      (await runOnce(database, ownersProjection, { ...question, filter }))[1]
    const all = await endings()
    expect(all).toMatchObject({ table: 'owner_endings', rows: expect.arrayContaining([expect.anything()]) })
    expect(await endings({ types })).toEqual(all)
  })

  it('shows some of the rows, and says how many there are', async () => {
    const [table] = await runOnce(database, notebooksProjection, { after: 0, upTo: 1e9, limit: 3 })
    expect(table?.rows).toHaveLength(3)
    expect(table?.total).toBeGreaterThan(30)
  })
})

describe('reading what one wrote', () => {
  const write = async (notebookId: string) => {
    const written = await database.store.append({
      stream: notebookStream(notebookId),
      expectedVersion: 'none',
      events: [newEvent(notebookOpened('me')), newEvent(noteWritten())],
    })
    if (written.type !== 'written') throw new Error(written.type)
    return written.position
  }
  const { name } = notebooksProjection

  it('waits until it is there', async () => {
    const position = await write('mine-1')
    const waiting = waitFor(database.pool, name, position, 20_000)
    await follow(notebooksProjection)
    expect(await waiting).toEqual({ asOf: position, behind: false })
    expect((await allRows()).filter(({ notebook_id }) => notebook_id === 'mine-1')).toHaveLength(1)
  })

  it('waits for all of several, and is as current as the last of them', async () => {
    const position = await write('mine-2')
    const names = notebookProjections.map((projection) => projection.name)
    await follow(notebooksProjection)
    const waiting = waitForAll(database.pool, names, position)
    await follow(ownersProjection)
    expect(await waiting).toEqual({ asOf: position, behind: false })
  })

  it('says that it is behind after a while, and how far it is', async () => {
    const before = await database.store.headPosition()
    await follow(notebooksProjection)
    const position = await write('mine-3')
    expect(await waitFor(database.pool, name, position, 50)).toEqual({ asOf: before, behind: true })
  })

  it("doesn't wait for what isn't in the log, or when nothing is waited for", async () => {
    const head = await database.store.headPosition()
    const started = performance.now()
    expect((await waitFor(database.pool, name, head + 1, 60_000)).behind).toBe(true)
    expect((await waitFor(database.pool, name, undefined, 60_000)).behind).toBe(false)
    expect(performance.now() - started).toBeLessThan(20_000)
  })
})
