import type { ArchiveDependencies } from '../../kit/server/archive/archive-stream'
import { createFolderStorage } from '../../kit/server/archive/folder-storage'
import { createLog } from '../../kit/server/log'
import { createPool } from '../../kit/server/postgres/pool'
import { readConfig } from './config'
import { openDatabase } from './open-database'

/** Works with the shop's database as the role of maintenance, beside a running server or without one. */
export const withOpenArchive = async <Result>(
  work: (archive: ArchiveDependencies) => Promise<Result>,
): Promise<Result> => {
  const config = readConfig()
  const log = createLog(config.logLevel)
  const database = await openDatabase(config, log)
  const pool = createPool(database.maintenance, (error) =>
    log.warn({ err: error }, 'A database connection broke'),
  )
  try {
    return await work({ pool, storage: createFolderStorage(config.archiveDir) })
  } finally {
    await pool.end()
    await database.close()
  }
}
