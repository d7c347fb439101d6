import * as z from 'zod'
import { storableText } from '../../../kit/wire/text'
import { currencyCode } from '../../wire/named-money'

/** A file's text goes with a request; what is larger goes by the command line. */
export const mostCsv = 60_000

export const catalogueFile = z.object({
  csv: storableText.min(1, 'must not be empty').max(mostCsv, `must have at most ${mostCsv} characters`),
  currency: currencyCode.default('USD').describe('Of prices, where the file has no column for it'),
  dryRun: z.boolean().default(true).describe('Says what would change, and changes nothing'),
})
export type CatalogueFile = z.input<typeof catalogueFile>

const count = z.int().min(0)

/** What became of a file's lines, or would: each is in one of the counts. */
export const catalogueImported = z.object({
  lines: count,
  of: z.object({
    header: count,
    blank: count,
    listed: count.describe('The catalogue never had it'),
    changed: count.describe('Told in other words, or priced otherwise'),
    same: count,
    picture: count.describe('A further picture of a product: not taken over'),
    notForSale: count.describe('Not on sale where it comes from'),
    refused: count,
  }),
  changes: z.array(z.object({ line: count, productId: z.string(), what: z.string() })).readonly(),
  refused: z.array(z.object({ line: count, reason: z.string() })).readonly(),
})
export type CatalogueImported = z.infer<typeof catalogueImported>

/** What an import by the page was answered. */
export type CatalogueImportAnswer =
  | { readonly type: 'imported'; readonly imported: CatalogueImported }
  | { readonly type: 'unreadable'; readonly why: string }
  | { readonly type: 'signedOut' }
  | { readonly type: 'notAllowed' }
