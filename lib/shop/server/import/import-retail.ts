import type { EventStore } from '../../../kit/server/store/event-store'
import { loadStream } from '../../../kit/server/store/load'
import type { CartEvent } from '../../cart/events'
import { createBatchWriter, type Settled } from './batch-writer'
import { ImportError } from './import-error'
import { createRemarks, type OnRemark, type Remarks } from './remarks'
import { compareInvoice } from './retail/compare'
import { createInvoiceAppends, hasSecondPrice, type InvoiceAppends } from './retail/invoice-appends'
import { createInvoiceGatherer, type Invoice } from './retail/invoices'
import { readLine, type SaleLine } from './retail/line'
import { createProductBook } from './retail/product-book'
import { createProductIds } from './retail/product-ids'
import type { LineRefusal, Refused } from './retail/refusals'
import { relistAppends } from './retail/relist'
import type { Conventions } from './retail/survey'
import type { Place, Table, TableRow } from './table'
import { assertAddsUp, countLines, countResult, createTally, type Tally } from './tally'

export interface ImportRetail {
  readonly table: Pick<Table, 'name' | 'rows' | 'linesRead'>
  readonly conventions: Conventions
  readonly store: EventStore
  /** A new UUIDv7. */
  readonly newId: () => string
  /** Counts along, for whoever wants to watch. */
  readonly tally?: Tally
  /** Hears of each row that was refused, or is there otherwise. */
  readonly onRemark?: OnRemark | undefined
  /** Are there people whose commands come first? */
  readonly givesWay?: (() => boolean) | undefined
  /** Ends the import after what is under way. */
  readonly signal?: AbortSignal | undefined
}

export interface Imported {
  readonly ending:
    | { readonly type: 'finished' }
    | { readonly type: 'stopped' }
    /** The file could not be read to its end. What was complete by then may be recorded, and stays. */
    | { readonly type: 'unreadable'; readonly message: string }
  readonly tally: Tally
  readonly refusals: Remarks<LineRefusal>
  /** Rows whose sale is there already with other facts, by which. */
  readonly otherwise: Remarks
}

/**
 * Records the sales of an Online Retail file: facts from elsewhere, so no rule of the shop is asked. Streams,
 * writes each cart as a whole or not at all, and leaves alone what is there: it can be run again at any time.
 * Every line of the file ends in exactly one count. @throws Error when one doesn't.
 */
export const importRetail = async (options: ImportRetail): Promise<Imported> => {
  const { table, conventions, store, newId, tally = createTally(), onRemark, givesWay, signal } = options
  const { add: remarkRefusal, remarks: refusals } = createRemarks<LineRefusal>(onRemark)
  const { add: remarkOther, remarks: otherwise } = createRemarks(onRemark)
  const writer = createBatchWriter(store, { givesWay })
  const gatherer = createInvoiceGatherer()
  const products = createProductBook()
  const appendsOf = createInvoiceAppends({ fileName: table.name, products, newId })
  const productIdOf = await createProductIds(store, () => tally.renamed++)

  const refuse = ({ reason, says }: Pick<Refused, 'reason' | 'says'>, place: Place) => {
    countLines(tally, 'refused', place)
    remarkRefusal(reason, { place: placeOf(place), says })
  }

  /** What becomes of a row at once; an invoice that it shows to be over. */
  const take = (row: TableRow): Invoice | undefined => {
    if (row.type === 'refused') return void refuse(row, row)
    if (row.type !== 'values') return void countLines(tally, row.type, row)
    const line = readLine(row.values, placeOf(row), conventions)
    if (line.type === 'refused') return void refuse(line, row)
    const gathered = gatherer.add(line)
    if (gathered.type === 'refused') return void refuse(gathered, row)
    return gathered.complete
  }

  const record = async (invoice: Invoice): Promise<void> => {
    const own = invoice.map((line) => ({ ...line, productId: productIdOf(line.productId) })) as [
      SaleLine,
      ...SaleLine[],
    ]
    if (hasSecondPrice(own)) tally.invoicesWithSecondPrice++
    const appends = appendsOf(own)
    for (const append of appends.before) {
      await writer.add(append, (result) => countResult(tally, append, result))
    }
    await writer.add(appends.cart, (result) => settle(appends, result))
  }

  const settle = async ({ cart, lines }: InvoiceAppends, result: Settled): Promise<void> => {
    countResult(tally, cart, result)
    if (result.type === 'written') {
      for (const { place, product } of lines) {
        countLines(tally, 'recorded', place)
        products.note(product)
      }
      return
    }
    const compared = compareInvoice(lines, cart.events, await loadStream<CartEvent>(store, cart.stream))
    for (const { line, differs, says } of compared.lines) {
      const { place, product } = line
      countLines(tally, differs.length === 0 ? 'alreadyThere' : 'thereOtherwise', place)
      if (differs.length === 0) products.note(product)
      else remarkOther(otherText(differs), { place, says: tellOf(line, says) })
    }
    if (compared.more > 0) tally.cartsWithMore++
  }

  const end = async (ending: Imported['ending']): Promise<Imported> => {
    await writer.flush()
    assertAddsUp(tally, ending.type === 'finished' ? table.linesRead() : tally.lines)
    return { ending, tally, refusals, otherwise }
  }
  const endEarly = (ending: Imported['ending']): Promise<Imported> => {
    for (const invoice of gatherer.rest()) for (const { place } of invoice) countLines(tally, 'left', place)
    return end(ending)
  }

  try {
    for await (const rows of table.rows()) {
      for (const row of rows) {
        if (signal?.aborted) return endEarly({ type: 'stopped' })
        tally.lines += row.lines
        const complete = take(row)
        if (complete) await record(complete)
      }
    }
  } catch (error) {
    if (error instanceof ImportError) return endEarly({ type: 'unreadable', message: error.message })
    throw error
  }
  for (const invoice of gatherer.rest()) await record(invoice)
  await writer.flush()
  for await (const append of relistAppends({ store, fileName: table.name, newId, products, signal })) {
    await writer.add(append, (result) => countResult(tally, append, result))
  }
  return end({ type: signal?.aborted ? 'stopped' : 'finished' })
}

const placeOf = ({ line, lines, sheet }: Place): Place =>
  sheet === undefined ? { line, lines } : { line, lines, sheet }

const otherText = (differs: readonly string[] | 'missing'): string =>
  differs === 'missing'
    ? 'in no line of the cart that is there'
    : `there already with another ${differs.join(', ')}`

const tellOf = ({ invoiceNo, stockCode }: SaleLine, says: string | undefined): string =>
  says ? `invoice ${invoiceNo}, ${stockCode}: ${says}` : `invoice ${invoiceNo}, ${stockCode}`
