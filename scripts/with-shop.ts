import type { Pool } from 'pg'
import { createFolderStorage } from '../lib/server/archive/folder-storage'
import { withArchive } from '../lib/server/archive/with-archive'
import { readConfig } from '../lib/server/config'
import { createLog } from '../lib/server/log'
import { openDatabase } from '../lib/server/postgres/open-database'
import { createPool } from '../lib/server/postgres/pool'
import type { EventStore } from '../lib/server/store/event-store'
import { createPostgresStore } from '../lib/server/store/postgres-store'

export interface Shop {
  readonly ownerUrl: string
  readonly pool: Pool
  readonly store: EventStore
}

/** Opens the shop's log with what is in cold storage, beside a running server or without one, for as long as the work takes. */
export const withShop = async <Result>(work: (shop: Shop) => Promise<Result>): Promise<Result> => {
  const config = readConfig()
  const log = createLog(config.logLevel)
  const database = await openDatabase(config, log)
  const pool = createPool(database.pool, (error) => log.warn({ err: error }, 'A database connection broke'))
  try {
    const store = withArchive(createPostgresStore(pool), pool, createFolderStorage(config.archiveDir))
    return await work({ ownerUrl: database.ownerUrl, pool, store })
  } finally {
    await pool.end()
    await database.close()
  }
}
