import type { Pool, PoolConfig } from 'pg'
import { createFolderStorage } from '../../kit/server/archive/folder-storage'
import { withArchive } from '../../kit/server/archive/with-archive'
import { createLog, type Log } from '../../kit/server/log'
import { createPool } from '../../kit/server/postgres/pool'
import { createCodec } from '../../kit/server/store/codec'
import type { EventStore } from '../../kit/server/store/event-store'
import { createPostgresStore } from '../../kit/server/store/postgres-store'
import { shopEvents } from '../wire/events/shop-events'
import { readConfig } from './config'
import { openDataKeys } from './data-keys'
import { openDatabase } from './open-database'

export interface OpenShop {
  /** How the app connects, for what needs connections of its own. */
  readonly connection: PoolConfig
  readonly pool: Pool
  readonly store: EventStore
  readonly log: Log
}

/** Opens the shop's log with what is in cold storage, beside a running server or without one, for as long as the work takes. */
export const withShop = async <Result>(work: (shop: OpenShop) => Promise<Result>): Promise<Result> => {
  const config = readConfig()
  const log = createLog(config.logLevel)
  const database = await openDatabase(config, log)
  const pool = createPool(database.pool, (error) => log.warn({ err: error }, 'A database connection broke'))
  try {
    const codec = createCodec(shopEvents, openDataKeys(pool, await database.masterKey()))
    const storage = createFolderStorage(config.archiveDir)
    const store = withArchive(createPostgresStore(pool, codec), pool, storage, codec)
    return await work({ connection: database.pool, pool, store, log })
  } finally {
    await pool.end()
    await database.close()
  }
}
