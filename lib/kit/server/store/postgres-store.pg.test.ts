import { afterAll, beforeAll } from 'vitest'
import { eventStoreContract } from '../../../testing/event-store.contract'
import { openTestDatabase, type TestDatabase } from '../../../testing/open-database'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

eventStoreContract('Postgres', () => database.store)
