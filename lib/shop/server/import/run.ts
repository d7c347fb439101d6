import { v7 as uuidv7 } from 'uuid'
import { showProgress } from '../../../kit/server/progress'
import type { EventStore } from '../../../kit/server/store/event-store'
import { withShop } from '../with-shop'
import { catchUpReadModels } from './catch-up'
import { openDetails } from './details'
import { type Imported, type ImportRetail, importRetail } from './import-retail'
import { openTable } from './open-table'
import { formatReport } from './report'
import { retailColumns } from './retail/columns'
import type { DateOrder } from './retail/date'
import type { DecimalMark } from './retail/decimal'
import { conventionsOf, type Survey, surveyRows } from './retail/survey'
import { watchShop, yieldProcessors } from './shop-watch'
import { openSource } from './source'
import type { Table } from './table'
import { createTally } from './tally'

export type Ending = Imported['ending']['type']

export interface ImportOptions {
  /** How dates are meant; found out where it isn't told. */
  readonly dates?: DateOrder | undefined
  readonly decimals?: DecimalMark | undefined
  /** A file to write each refused row to, and each that is there otherwise. */
  readonly details?: string | undefined
}

/**
 * Imports an Online Retail file into the shop's database, beside a running server or without one, and prints
 * the report. @throws ImportError, before anything is written, when the file is not one.
 */
export const runImport = async (
  path: string,
  options: ImportOptions,
  signal: AbortSignal,
): Promise<Ending> => {
  const source = await openSource(path)
  try {
    const table = await openTable(source, retailColumns)
    return await importTable(table, options, signal).finally(table.close)
  } finally {
    await source.close()
  }
}

const importTable = async (table: Table, options: ImportOptions, signal: AbortSignal): Promise<Ending> => {
  const survey = await surveyTable(table, options, signal)
  return withShop(async ({ pool, store, log }) => {
    const shop = await watchShop({ pool, log, onOpen: yieldProcessors })
    try {
      const details = await openDetails(options.details)
      const how = { givesWay: shop.isOpen, onRemark: details.onRemark, signal }
      const { ending } = await importInto(store, table, survey, how).finally(details.close)
      if (!signal.aborted) await catchUpReadModels({ pool, store, log, shop }, signal)
      return ending.type
    } finally {
      shop.stop()
    }
  })
}

/** Looks the file over before anything is written: how it is meant, and whether it is one at all. */
const surveyTable = async (table: Table, options: ImportOptions, signal: AbortSignal): Promise<Survey> => {
  const measure = () => ({ value: table.bytesRead(), done: table.linesRead() })
  const hideProgress = showProgress(`Looking over ${table.name}`, table.size, measure, 'lines')
  const found = await surveyRows(table.rows(), signal).finally(hideProgress)
  return {
    dates: options.dates ? new Map([[options.dates, undefined]]) : found.dates,
    decimals: options.decimals ? new Map([[options.decimals, undefined]]) : found.decimals,
  }
}

const importInto = async (
  store: EventStore,
  table: Table,
  survey: Survey,
  how: Pick<ImportRetail, 'givesWay' | 'onRemark' | 'signal'>,
): Promise<Imported> => {
  const started = performance.now()
  const tally = createTally()
  const measure = () => ({ value: table.bytesRead(), done: tally.events })
  const hideProgress = showProgress(`Importing ${table.name}`, table.size, measure)
  const conventions = conventionsOf(survey)
  const newId = () => uuidv7()
  const imported = await importRetail({ table, conventions, store, newId, tally, ...how }).finally(
    hideProgress,
  )
  process.stdout.write(formatReport(table.name, imported, survey, (performance.now() - started) / 1000))
  return imported
}
