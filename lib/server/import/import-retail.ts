import type { EventStore } from '../store/event-store'
import { type BatchWriter, createBatchWriter } from './batch-writer'
import type { CsvRow } from './csv/rows'
import { ImportError } from './import-error'
import { createInvoiceAppends, hasSecondPrice } from './retail/invoice-appends'
import { createInvoiceGatherer, type Invoice } from './retail/invoices'
import { readLine } from './retail/line'
import { createProductBook, type ProductBook } from './retail/product-book'
import { createRefusalTally, type Refusals } from './retail/refusals'
import { relist } from './retail/relist'
import { createStory } from './retail/story'
import { countResult, createTally, type Tally } from './tally'

interface ImportRetail {
  readonly fileName: string
  readonly rows: AsyncIterable<CsvRow>
  readonly store: EventStore
  /** A new UUIDv7. */
  readonly newId: () => string
  /** Counts along, for whoever wants to watch. */
  readonly tally?: Tally
  /** Ends the import after what is under way. */
  readonly signal?: AbortSignal
}

export interface Imported {
  readonly ending:
    | { readonly type: 'finished' }
    | { readonly type: 'stopped' }
    /** The file could not be read to its end. What was complete by then may be recorded, and stays. */
    | { readonly type: 'unreadable'; readonly message: string }
  readonly tally: Tally
  readonly refusals: Refusals
}

/**
 * Records the sales of an Online Retail file: facts from elsewhere, so no rule of the shop is asked. Streams,
 * writes each cart as a whole or not at all, and leaves alone what is there: it can be run again at any time.
 */
export const importRetail = async (options: ImportRetail): Promise<Imported> => {
  const { fileName, rows, store, newId, tally = createTally(), signal } = options
  const { add: refuse, refusals } = createRefusalTally()
  const writer = createBatchWriter(store, (append, result) => countResult(tally, append, result))
  const gatherer = createInvoiceGatherer()
  const products = createProductBook()
  const appendsOf = createInvoiceAppends({ fileName, products, newId })

  const record = async (invoice: Invoice): Promise<void> => {
    if (hasSecondPrice(invoice)) tally.invoicesWithSecondPrice++
    for (const append of appendsOf(invoice)) await writer.add(append)
  }
  const stop = async (ending: Imported['ending']): Promise<Imported> => {
    await writer.flush()
    return { ending, tally, refusals }
  }

  try {
    for await (const row of rows) {
      if (signal?.aborted) return stop({ type: 'stopped' })
      tally.rows++
      const line = readLine(row)
      const gathered =
        typeof line === 'string' ? ({ type: 'refused', reason: line } as const) : gatherer.add(line)
      if (gathered.type === 'refused') refuse(gathered.reason, row.line)
      else if (gathered.complete) await record(gathered.complete)
    }
  } catch (error) {
    if (error instanceof ImportError) return stop({ type: 'unreadable', message: error.message })
    throw error
  }
  for (const invoice of gatherer.rest()) await record(invoice)
  await writer.flush()
  await relistAll(options, products, writer)
  return { ending: { type: signal?.aborted ? 'stopped' : 'finished' }, tally, refusals }
}

const lookupsAtOnce = 10

/** The last word of the file on each product. */
const relistAll = async (
  { fileName, store, newId, signal }: ImportRetail,
  products: ProductBook,
  writer: BatchWriter,
): Promise<void> => {
  const story = createStory(fileName, 'catalogue', newId)
  const seen = products.all()
  for (let from = 0; from < seen.length && !signal?.aborted; from += lookupsAtOnce) {
    const some = seen.slice(from, from + lookupsAtOnce)
    for (const append of await Promise.all(some.map((product) => relist(store, story, product)))) {
      if (append) await writer.add(append)
    }
  }
  await writer.flush()
}
