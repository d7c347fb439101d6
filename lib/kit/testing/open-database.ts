import type { Pool, PoolConfig } from 'pg'
import type { EventRegistry } from '../events/registry'
import { createPool } from '../server/postgres/pool'
import type { EventCodec } from '../server/store/codec'
import type { EventStore } from '../server/store/event-store'
import { createPostgresStore } from '../server/store/postgres-store'
import { testCodec } from './codec'
import { testAppConnection } from './connections'
import { createTestDatabase } from './database'

export interface TestDatabase {
  /** The owner's URL; the app's own role is what `pool` and `store` act as. */
  readonly ownerUrl: string
  /** How the app connects, for what needs connections of its own. */
  readonly connection: PoolConfig
  readonly pool: Pool
  readonly store: EventStore
  readonly codec: EventCodec
  readonly close: () => Promise<void>
}

/** A migrated database of the test file's own, opened as the app opens it; its log has the events of a registry. */
export const openTestDatabase = async (registry: EventRegistry): Promise<TestDatabase> => {
  const { ownerUrl, drop } = await createTestDatabase()
  const connection = testAppConnection(ownerUrl)
  const pool = createPool({ ...connection, max: 10 }, () => undefined)
  const codec = testCodec(registry, pool)
  return {
    ownerUrl,
    connection,
    pool,
    codec,
    store: createPostgresStore(pool, codec),
    close: async () => {
      await pool.end()
      await drop()
    },
  }
}
