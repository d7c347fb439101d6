import type { Pool, PoolConfig } from 'pg'
import { shopEvents } from '../protocol/events/shop-events'
import { createFolderStorage } from './archive/folder-storage'
import { withArchive } from './archive/with-archive'
import { readConfig } from './config'
import { createLog, type Log } from './log'
import { openDatabase } from './postgres/open-database'
import { createPool } from './postgres/pool'
import type { EventStore } from './store/event-store'
import { createPostgresStore } from './store/postgres-store'

export interface Shop {
  /** How the app connects, for what needs connections of its own. */
  readonly connection: PoolConfig
  readonly pool: Pool
  readonly store: EventStore
  readonly log: Log
}

/** Opens the shop's log with what is in cold storage, beside a running server or without one, for as long as the work takes. */
export const withShop = async <Result>(work: (shop: Shop) => Promise<Result>): Promise<Result> => {
  const config = readConfig()
  const log = createLog(config.logLevel)
  const database = await openDatabase(config, log)
  const pool = createPool(database.pool, (error) => log.warn({ err: error }, 'A database connection broke'))
  try {
    const store = withArchive(
      createPostgresStore(pool, shopEvents),
      pool,
      createFolderStorage(config.archiveDir),
      shopEvents,
    )
    return await work({ connection: database.pool, pool, store, log })
  } finally {
    await pool.end()
    await database.close()
  }
}
