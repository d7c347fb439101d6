import type { Append, AppendResult } from '../store/event-store'

type StreamType = 'cart' | 'product' | 'customer'

/** What an import has come to so far. */
export interface Tally {
  /** Rows read, refused ones among them. */
  rows: number
  /** Events written. */
  events: number
  readonly written: Record<StreamType, number>
  /** An earlier run, or another file, wrote these. */
  readonly already: Record<StreamType, number>
  /** Carts that are there with another number of events than this file makes of them. */
  differentCarts: number
  /** Products listed once more, with their latest name and price. */
  relisted: number
  /** Invoices that sell a product again at another price: their cart's own total isn't what was charged. */
  invoicesWithSecondPrice: number
}

export const createTally = (): Tally => ({
  rows: 0,
  events: 0,
  written: { cart: 0, product: 0, customer: 0 },
  already: { cart: 0, product: 0, customer: 0 },
  differentCarts: 0,
  relisted: 0,
  invoicesWithSecondPrice: 0,
})

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
  } else if (isNewStream) {
    tally.already[type]++
    if (type === 'cart' && result.type === 'conflict' && result.actual !== events.length)
      tally.differentCarts++
  }
}
