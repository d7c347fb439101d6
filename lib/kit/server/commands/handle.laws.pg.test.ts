import fc from 'fast-check'
import type { PoolClient } from 'pg'
import { v4 as uuidv4 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RecordedEvent } from '../../events/recorded-event'
import { emptyHistory, extendHistory, stateAt } from '../../history/history'
import { foldReaderOf } from '../../testing/fold-reader'
import { handlerOver } from '../../testing/handler'
import { handlerLaws, play, stepsOf } from '../../testing/handler.laws'
import { anyNotebook } from '../../testing/notebook/any-command'
import type { NotebookEvent } from '../../testing/notebook/events'
import { notebook, notebookStream } from '../../testing/notebook/notebook'
import { notebookEvents } from '../../testing/notebook/notebook-events'
import {
  createNotebooksTable,
  notebooksProjection,
  summaryOf,
} from '../../testing/notebook/notebooks-projection'
import type { NotebookState } from '../../testing/notebook/state'
import { openTestDatabase, type TestDatabase } from '../../testing/open-database'
import { createAggregates } from '../aggregates/aggregates'
import { doWrites } from '../postgres/write'
import { loadStream } from '../store/load'
import type { HandlerDependencies } from './handle'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase(notebookEvents)
  await createNotebooksTable(database.pool)
})
afterAll(() => database.close())

const forgetful = { get: () => undefined, set: () => undefined }

const aggregatesOf = (cache?: typeof forgetful) =>
  createAggregates({
    store: database.store,
    read: foldReaderOf(database),
    ...(cache && { cache }),
  })

const node = (cache?: typeof forgetful): HandlerDependencies => ({
  ...handlerOver(database.store, notebookEvents),
  aggregates: aggregatesOf(cache),
})

describe('laws of the handler', () => {
  const inPostgres = { store: () => database.store, numRuns: 25 }
  handlerLaws('in Postgres, with a cache', anyNotebook, { ...inPostgres, startNode: () => node() })
  handlerLaws('in Postgres, without a cache', anyNotebook, {
    ...inPostgres,
    startNode: () => node(forgetful),
  })
})

const summaryIn = async (sql: PoolClient, notebookId: string) => {
  const { rows } = await sql.query(
    'SELECT owner, status, notes, lines, version FROM notebooks WHERE notebook_id = $1',
    [notebookId],
  )
  return rows[0]
}

/** The read model after each of the events, one by one; it is left as it was. */
const summariesAfterEach = async (notebookId: string, events: readonly RecordedEvent[]) => {
  const client = await database.pool.connect()
  try {
    await client.query('BEGIN')
    const project = notebooksProjection.begin(database.store)
    const summaries: object[] = []
    for (const event of events) {
      await doWrites(client, await project([event]))
      summaries.push(await summaryIn(client, notebookId))
    }
    return summaries
  } finally {
    await client.query('ROLLBACK')
    client.release()
  }
}

it('the state at any version is the same to server, browser and read model', async () => {
  await fc.assert(
    fc.asyncProperty(stepsOf(anyNotebook), async (all) => {
      const notebookId = uuidv4()
      const model = await play(notebook, notebookId, all, () => node())
      const events = await loadStream<NotebookEvent>(database.store, notebookStream(notebookId))
      const inBrowser = extendHistory(emptyHistory(notebook.initial(notebookId), notebook.fold), events)
      const inReadModel = await summariesAfterEach(notebookId, events)
      const onServer = aggregatesOf()
      for (let version = 1; version <= model.version; version++) {
        const seen = stateAt(inBrowser, version) as NotebookState
        expect(seen.version).toBe(version)
        const moment = { type: 'version', version } as const
        expect((await onServer.at(notebook, notebookId, moment)).state).toEqual(seen)
        expect(inReadModel[version - 1]).toEqual(summaryOf(seen))
      }
      expect(stateAt(inBrowser, model.version)).toEqual(model)
    }),
    { numRuns: 20 },
  )
})
