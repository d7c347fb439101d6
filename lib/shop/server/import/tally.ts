import type { Append, AppendResult } from '../../../kit/server/store/event-store'
import type { Place } from './table'

type StreamType = 'cart' | 'product' | 'customer'

/** What can become of a line. Each ends in one of these. */
export interface LineCounts {
  header: number
  blank: number
  refused: number
  recorded: number
  /** An earlier run, or another file, recorded the same. */
  alreadyThere: number
  /** Its sale is there already, with other facts than these: what is there stays. */
  thereOtherwise: number
  /** Read, but not recorded when the import ended early: for the next run. */
  left: number
}

/** What an import has come to so far. */
export interface Tally {
  /** Lines read. */
  lines: number
  readonly of: LineCounts
  /** Events written. */
  events: number
  readonly written: Record<StreamType, number>
  /** An earlier run, or another file, wrote these. */
  readonly already: Record<StreamType, number>
  /** Carts that are there with lines that this file doesn't have. */
  cartsWithMore: number
  /** Products listed once more, with their latest name and price. */
  relisted: number
  /** Products whose code is the id of one of the shop's own: they have an id of their own. */
  renamed: number
  /** Invoices that sell a product again at another price: their cart's own total isn't what was charged. */
  invoicesWithSecondPrice: number
}

export const createTally = (): Tally => ({
  lines: 0,
  of: { header: 0, blank: 0, refused: 0, recorded: 0, alreadyThere: 0, thereOtherwise: 0, left: 0 },
  events: 0,
  written: { cart: 0, product: 0, customer: 0 },
  already: { cart: 0, product: 0, customer: 0 },
  cartsWithMore: 0,
  relisted: 0,
  renamed: 0,
  invoicesWithSecondPrice: 0,
})

/** Says what became of a row's lines. */
export const countLines = (tally: Tally, what: keyof LineCounts, { lines }: Place): void => {
  tally.of[what] += lines
}

/** How many lines were read, and what became of them. */
interface Counted<Counts> {
  readonly lines: number
  readonly of: { readonly [What in keyof Counts]: number }
}

/** Every line has to be in one of the counts. @throws Error when one was lost: the report would be untrue. */
export const assertAddsUp = <Counts>({ lines, of }: Counted<Counts>, linesInFile = lines): void => {
  const counted = Object.values<number>(of).reduce((sum, count) => sum + count, 0)
  if (counted === lines && lines === linesInFile) return
  throw new Error(
    `The counts don't add up: ${linesInFile} lines in the file, ${lines} read, ${counted} accounted for. ` +
      `What was recorded is whole. This is a mistake of the importer: ${JSON.stringify(of)}`,
  )
}

/** Counts what became of an append. */
export const countResult = (
  tally: Tally,
  { stream, expectedVersion, events }: Append,
  result: AppendResult,
) => {
  const type = stream.type as StreamType
  const isNewStream = expectedVersion === 0
  if (result.type === 'written') {
    tally.events += events.length
    if (isNewStream) tally.written[type]++
    else tally.relisted++
  } else if (isNewStream) tally.already[type]++
}
