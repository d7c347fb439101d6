import { v7 as uuidv7 } from 'uuid'
import { withShop } from '../../with-shop'
import { openTable } from '../open-table'
import { openSource } from '../source'
import { formatCatalogueReport } from './catalogue-report'
import { catalogueColumns } from './columns'
import { importCatalogue } from './import-catalogue'

export interface CatalogueOptions {
  readonly dryRun?: boolean | undefined
  readonly currency: string
}

/** Imports a catalogue's file beside a running server or without one, and prints the report. @throws ImportError when it is none. */
export const runCatalogueImport = async (
  path: string,
  { dryRun: isDryRun = false, currency }: CatalogueOptions,
): Promise<void> => {
  const source = await openSource(path)
  try {
    const table = await openTable(source, catalogueColumns)
    const imported = await withShop(({ store }) =>
      importCatalogue({
        table,
        store,
        currency,
        isDryRun,
        actor: { kind: 'system', id: 'catalogue-import' },
        now: () => new Date(),
        newId: () => uuidv7(),
      }),
    ).finally(table.close)
    process.stdout.write(formatCatalogueReport(table.name, imported, isDryRun))
  } finally {
    await source.close()
  }
}
