import { v7 as uuidv7 } from 'uuid'
import { showProgress } from '../progress'
import type { EventStore } from '../store/event-store'
import { withShop } from '../with-shop'
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
  return withShop(async ({ pool, store, log }) => {
    const { ending } = await importInto(store, source, rows, signal)
    if (!signal.aborted) await catchUpReadModels({ pool, store, log }, signal)
    return ending.type
  })
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
