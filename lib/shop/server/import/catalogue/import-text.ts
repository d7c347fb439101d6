import { PassThrough, Readable } from 'node:stream'
import type * as z from 'zod'
import type { EventStore } from '../../../../kit/server/store/event-store'
import type { CatalogueImported, catalogueFile } from '../../../product/wire/catalogue-import'
import type { ShopIdentity } from '../../../wire/shop-identity'
import { actorOf } from '../../auth/actor-of'
import { ImportError } from '../import-error'
import { csvTable } from '../open-table'
import { changeWords } from './catalogue-report'
import { catalogueColumns } from './columns'
import { importCatalogue } from './import-catalogue'

interface Dependencies {
  readonly store: Pick<EventStore, 'append' | 'readStream'>
  readonly now: () => Date
  readonly newId: () => string
}

export type ImportedText =
  | { readonly type: 'imported'; readonly imported: CatalogueImported }
  | { readonly type: 'unreadable'; readonly why: string }

/** Takes the products of a file's text into the catalogue, or says what that would change. */
export const importText = async (
  dependencies: Dependencies,
  identity: ShopIdentity,
  { csv, currency, dryRun: isDryRun }: z.output<typeof catalogueFile>,
): Promise<ImportedText> => {
  const bytes = Buffer.from(csv)
  const open = () => ({ bytes: Readable.from([bytes], { objectMode: false }), unpack: new PassThrough() })
  const table = csvTable({ name: 'The file', size: bytes.length, open }, catalogueColumns)
  try {
    const imported = await importCatalogue({
      ...dependencies,
      table,
      currency,
      isDryRun,
      actor: actorOf(identity),
    })
    const changes = imported.changes.map((change) => ({
      line: change.line,
      productId: change.productId,
      what: changeWords(change),
    }))
    return { type: 'imported', imported: { ...imported, changes } }
  } catch (error) {
    if (error instanceof ImportError) return { type: 'unreadable', why: error.message }
    throw error
  }
}
