import { afterAll, beforeAll } from 'vitest'
import { eventStoreContract } from '../../testing/event-store.contract'
import { notebookEvents } from '../../testing/notebook/notebook-events'
import { openTestDatabase, type TestDatabase } from '../../testing/open-database'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase(notebookEvents)
})
afterAll(() => database.close())

eventStoreContract('Postgres', () => database.store)
