import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createLog } from '../../server/log'
import { query } from '../embedded-harness'
import { newEvent, notebookOpened, noteWritten } from '../notebook/builders'
import { notebookStream } from '../notebook/notebook'
import { notebookEvents } from '../notebook/notebook-events'
import { createNotebookTables, notebookProjections } from '../notebook/notebook-projections'
import { openTestDatabase, type TestDatabase } from '../open-database'
import { checkFollowers } from './check-followers'

let database: TestDatabase
let folder: string
let deliveries: string
beforeEach(async () => {
  database = await openTestDatabase(notebookEvents)
  await createNotebookTables(database.pool)
  folder = mkdtempSync(join(tmpdir(), 'hindsight-followers-'))
  deliveries = join(folder, 'deliveries')
  for (let nth = 1; nth <= 3; nth++) {
    const events = [newEvent(notebookOpened()), newEvent(noteWritten())]
    await database.store.append({ stream: notebookStream(`notebook-${nth}`), expectedVersion: 0, events })
  }
})
afterEach(async () => {
  await database.close()
  rmSync(folder, { recursive: true })
})

const check = () => checkFollowers(notebookProjections, { ...database, log: createLog('silent') }, deliveries)

it('finds nothing where all followed the log', async () => {
  expect(await check()).toEqual([])
  appendFileSync(deliveries, '4\n5\n6\n')
  expect(await check()).toEqual([])
})

it('finds a read model that is not what the log makes of it', async () => {
  await check()
  await query(
    database.ownerUrl,
    "UPDATE read_models.notebooks SET lines = 7 WHERE notebook_id = 'notebook-2'",
  )
  expect(await check()).toEqual([
    expect.stringMatching(/^projection notebooks: .*"missing".*notebook-2/),
    expect.stringMatching(/^projection notebooks: .*"wrong".*notebook-2/),
  ])
})

it('finds a delivery that was left out', async () => {
  await check()
  writeFileSync(deliveries, '1\n2\n4\n5\n6\n')
  expect(await check()).toEqual(['deliveries: 4 came after 2'])
  writeFileSync(deliveries, '1\n2\n3\n4\n')
  expect(await check()).toEqual(['deliveries: none after 4 of 6'])
})
