import { afterAll, beforeAll } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../testing/open-database'
import { eventStoreContract } from '../../testing/event-store.contract'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

eventStoreContract('Postgres', () => database.store)
