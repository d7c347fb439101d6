import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { eventually } from '../../testing/eventually'
import { newEvent, notebookOpened } from '../../testing/notebook/builders'
import { notebookStream } from '../../testing/notebook/notebook'
import { notebookEvents } from '../../testing/notebook/notebook-events'
import { openTestDatabase, type TestDatabase } from '../../testing/open-database'
import { holdBriefly } from './hold-briefly'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase(notebookEvents)
})
afterAll(() => database.close())

it('a client that freezes with the appends’ lock does not hold them up for ever', async () => {
  const frozen = new pg.Client({ connectionString: database.ownerUrl })
  const errors: unknown[] = []
  frozen.on('error', (error) => errors.push(error))
  await frozen.connect()
  await frozen.query('BEGIN')
  await holdBriefly(frozen)
  await frozen.query('SELECT pg_advisory_xact_lock(4983204512)')
  const waited = await database.store.append({
    stream: notebookStream('waits'),
    expectedVersion: 'none',
    events: [newEvent(notebookOpened())],
  })
  expect(waited.type).toBe('written')
  await eventually(() => expect(errors[0]).toMatchObject({ code: '25P03' }))
})
