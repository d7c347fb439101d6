import { readConfig } from '../config'
import { createContext } from '../context'
import { createLog } from '../log'
import { openDatabase } from '../postgres/open-database'
import { catchUpReadModels } from './catch-up'
import { openRows } from './csv/rows'
import { type CsvSource, openSource } from './csv/source'
import { importRetail } from './import-retail'
import { showProgress } from './progress'
import { formatReport } from './report'
import { retailColumns } from './retail/line'

const exitCodes = { finished: 0, unreadable: 1, stopped: 130 } as const

/**
 * Imports an Online Retail file into the shop's database, beside a running server or without one, and prints
 * the report. Gives the exit code. @throws ImportError before anything is written when the file is unfit.
 */
export const runImport = async (path: string): Promise<number> => {
  const source = await openSource(path)
  const rows = await openRows(source, retailColumns)
  const config = readConfig()
  const log = createLog(config.logLevel)
  const signal = abortOnSignals()
  const database = await openDatabase(config, log)
  try {
    const context = await createContext(config, database.pool, log)
    try {
      const { ending } = await importInto(context, source, rows, signal)
      if (ending.type !== 'stopped') await catchUpReadModels(context, signal)
      return exitCodes[ending.type]
    } finally {
      await context.prisma.$disconnect()
    }
  } finally {
    await database.close()
  }
}
