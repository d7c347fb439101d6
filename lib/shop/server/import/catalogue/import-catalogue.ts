import { beginStory } from '../../../../kit/events/cause'
import type { EventStore } from '../../../../kit/server/store/event-store'
import { loadStream } from '../../../../kit/server/store/load'
import { newEvent } from '../../../../kit/server/store/new-event'
import type { ShopActor } from '../../../actor'
import type { ProductCommand } from '../../../product/commands'
import type { ProductEvent } from '../../../product/events'
import { product } from '../../../product/product'
import { shopEvents } from '../../../wire/events/shop-events'
import { productStream } from '../../streams'
import type { RowFault, Table, TableRow } from '../table'
import { assertAddsUp } from '../tally'
import type { CatalogueValues } from './columns'
import { type Above, type ReadRow, type RowRefusal, readRow, type ToldProduct } from './read-row'

/** What can become of a row. Each ends in one of these. */
export interface RowCounts {
  header: number
  blank: number
  /** A product that the catalogue never had. */
  listed: number
  /** Told in other words than the catalogue's, or priced otherwise. */
  changed: number
  /** As the catalogue has it. */
  same: number
  /** A further picture of a product: pictures aren't taken over. */
  picture: number
  /** Not on sale where it comes from. */
  notForSale: number
  refused: number
}

/** A change that a row makes, or would make. */
export interface ProductChange {
  readonly line: number
  readonly productId: string
  readonly name: string
  readonly events: readonly ProductEvent[]
}

export interface RowRefused {
  readonly line: number
  readonly reason: RowRefusal | RowFault
}

export interface ImportedCatalogue {
  readonly lines: number
  readonly of: Readonly<RowCounts>
  readonly changes: readonly ProductChange[]
  readonly refused: readonly RowRefused[]
}

interface ImportCatalogue {
  readonly table: Pick<Table, 'rows' | 'linesRead'>
  readonly store: Pick<EventStore, 'append' | 'readStream'>
  readonly currency: string
  /** Says what would change, and changes nothing. */
  readonly isDryRun: boolean
  readonly actor: ShopActor
  readonly now: () => Date
  readonly newId: () => string
}

/**
 * Takes a file's products into the catalogue: those it never had are listed, others told and priced as the file has them. What
 * somebody withdrew stays so, and no stock is touched. @throws ImportError when a column is missing, or the file can't be read on.
 */
export const importCatalogue = async (how: ImportCatalogue): Promise<ImportedCatalogue> => {
  const of: RowCounts = {
    header: 0,
    blank: 0,
    listed: 0,
    changed: 0,
    same: 0,
    picture: 0,
    notForSale: 0,
    refused: 0,
  }
  const changes: ProductChange[] = []
  const refused: RowRefused[] = []
  const seen = new Set<string>()
  const cause = beginStory(how.newId())
  let lines = 0
  let above: Above | undefined
  for await (const rows of how.table.rows()) {
    for (const row of rows) {
      const { line, lines: taken } = row
      lines += taken
      const read = readTableRow(row, { currency: how.currency, above })
      above = read.above
      const told = refuseTwice(read.row, seen)
      if (told.type === 'refused') refused.push({ line, reason: told.reason })
      if (told.type !== 'product') {
        of[told.type] += taken
        continue
      }
      const { events, isNew } = await take(how, told.product, cause)
      if (events.length > 0) {
        changes.push({ line, productId: told.product.productId, name: told.product.name, events })
      }
      of[events.length === 0 ? 'same' : isNew ? 'listed' : 'changed'] += taken
    }
  }
  assertAddsUp({ lines, of }, how.table.linesRead())
  return { lines, of, changes, refused }
}

type ReadTableRow =
  | ReadRow
  | { readonly type: 'refused'; readonly reason: RowFault }
  | { readonly type: 'header' | 'blank' }

const readTableRow = (
  row: TableRow,
  how: Parameters<typeof readRow>[1],
): { readonly row: ReadTableRow; readonly above: Above | undefined } =>
  row.type === 'values' ? readRow(row.values as unknown as CatalogueValues, how) : { row, above: how.above }

const refuseTwice = (row: ReadTableRow, seen: Set<string>): ReadTableRow => {
  if (row.type !== 'product') return row
  if (seen.has(row.product.productId)) return { type: 'refused', reason: 'twice' }
  seen.add(row.product.productId)
  return row
}

interface Taken {
  readonly isNew: boolean
  readonly events: readonly ProductEvent[]
}

/** Decided on what the log has now; again where somebody else was faster. */
const take = async (
  { store, isDryRun, actor, now, newId }: ImportCatalogue,
  told: ToldProduct,
  cause: ReturnType<typeof beginStory>,
): Promise<Taken> => {
  const stream = productStream(told.productId)
  for (;;) {
    const history = await loadStream<ProductEvent>(store, stream)
    const state = product.fold(product.initial(told.productId), history)
    const events: ProductEvent[] = []
    for (const command of commandsFor(told, state.listing !== undefined)) {
      const decision = product.decide(command, product.fold(state, events))
      if (decision.type === 'rejected') {
        throw new Error(`Line of ${told.productId} was read, and is refused: ${decision.rejection.type}`)
      }
      events.push(...decision.events)
    }
    const taken: Taken = { isNew: state.listing === undefined, events }
    if (isDryRun || events.length === 0) return taken
    const occurredAt = now().toISOString()
    const result = await store.append({
      stream,
      expectedVersion: history.length,
      events: events.map((event) =>
        newEvent(shopEvents, event, { eventId: newId(), occurredAt, actor, cause }),
      ),
    })
    if (result.type === 'written') return taken
    if (result.type !== 'conflict') throw new Error(`The product can't be written: ${result.type}`)
  }
}

const commandsFor = (
  { productId: _, unitPrice, ...told }: ToldProduct,
  isListed: boolean,
): ProductCommand[] =>
  isListed
    ? [
        { type: 'DescribeProduct', ...told },
        { type: 'PriceProduct', unitPrice },
      ]
    : [{ type: 'ListProduct', listing: { ...told, unitPrice, hasPicture: false } }]
