import { v7 as uuidv7 } from 'uuid'
import { createFolderStorage } from '../archive/folder-storage'
import { withArchive } from '../archive/with-archive'
import { readConfig } from '../config'
import { createLog } from '../log'
import { openDatabase } from '../postgres/open-database'
import { createPool } from '../postgres/pool'
import { showProgress } from '../progress'
import type { EventStore } from '../store/event-store'
import { createPostgresStore } from '../store/postgres-store'
import { catchUpReadModels } from './catch-up'
import { type CsvRow, openRows } from './csv/rows'
import { type CsvSource, openSource } from './csv/source'
import { type Imported, importRetail } from './import-retail'
import { formatReport } from './report'
import { retailColumns } from './retail/line'
import { createTally } from './tally'

export type Ending = Imported['ending']['type']

/**
 * Imports an Online Retail file into the shop's database, beside a running server or without one, and prints
 * the report. @throws ImportError, before anything is written, when the file is not one.
 */
export const runImport = async (path: string, signal: AbortSignal): Promise<Ending> => {
  const source = await openSource(path)
  const rows = await openRows(source, retailColumns)
  const config = readConfig()
  const log = createLog(config.logLevel)
  const database = await openDatabase(config, log)
  const pool = createPool(database.pool, (error) => log.warn({ err: error }, 'A database connection broke'))
  try {
    const store = withArchive(createPostgresStore(pool), pool, createFolderStorage(config.archiveDir))
    const { ending } = await importInto(store, source, rows, signal)
    if (!signal.aborted) await catchUpReadModels({ pool, store, log }, signal)
    return ending.type
  } finally {
    await pool.end()
    await database.close()
  }
}

const importInto = async (
  store: EventStore,
  source: CsvSource,
  rows: AsyncIterable<CsvRow>,
  signal: AbortSignal,
): Promise<Imported> => {
  const started = performance.now()
  const tally = createTally()
  const hideProgress = showProgress(`Importing ${source.name}`, source.size, () => ({
    value: source.bytesRead(),
    events: tally.events,
  }))
  const options = { fileName: source.name, rows, store, newId: () => uuidv7(), tally, signal }
  const imported = await importRetail(options).finally(hideProgress)
  process.stdout.write(formatReport(source.name, imported, (performance.now() - started) / 1000))
  return imported
}
