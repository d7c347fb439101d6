import { readConfig } from '../config'
import { createLog } from '../log'
import { openDatabase } from '../postgres/open-database'
import { createPool } from '../postgres/pool'
import type { ArchiveDependencies } from './archive-stream'
import { createFolderStorage } from './folder-storage'

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
