'use server'

import {
  type CatalogueFile,
  type CatalogueImportAnswer,
  catalogueFile,
} from '@/lib/shop/product/wire/catalogue-import'
import { currentIdentity } from '@/lib/shop/server/auth/session'
import { importText } from '@/lib/shop/server/import/catalogue/import-text'
import { parseInput } from '@/lib/shop/server/parse-input'
import { getContext } from '@/lib/shop/server/shared-context'

/** Takes a file's products into the catalogue, or says what that would change. */
export async function importFile(raw: CatalogueFile): Promise<CatalogueImportAnswer> {
  const parsed = parseInput(catalogueFile, raw)
  if (parsed.type === 'rejected') {
    return { type: 'unreadable', why: `The shop could not read this: ${parsed.rejection.fields.join(', ')}.` }
  }
  const identity = await currentIdentity()
  if (!identity) return { type: 'signedOut' }
  if (identity.role !== 'staff') return { type: 'notAllowed' }
  const { store, now, commands, readModels } = getContext()
  const answer = await importText({ store, now, newId: commands.newId }, identity, parsed.value)
  if (!parsed.value.dryRun) await readModels.waitForCatalogue(await store.headPosition())
  return answer
}
