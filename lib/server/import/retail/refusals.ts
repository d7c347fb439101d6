/** Why a row can't become part of a cart, in the words of the report. */
export const refusalReasons = {
  malformedRow: 'malformed row (number of columns, invoice number, control characters)',
  cancellation: 'cancellation (InvoiceNo begins with C)',
  adjustment: 'adjustment (InvoiceNo begins with another letter)',
  noStockCode: 'no stock code',
  quantityNotPositive: 'quantity not a positive whole number',
  quantityTooLarge: 'quantity too large',
  priceNotPositive: 'price not a positive number',
  priceNotInPence: 'price not in whole pence',
  priceTooLarge: 'price too large',
  unreadableDate: 'unreadable date',
  customerDiffers: 'names another customer than its invoice',
  invoiceClosed: 'comes long after the other lines of its invoice',
  invoiceTooLong: 'invoice too long',
} as const

export type Refusal = keyof typeof refusalReasons

export interface RefusalCount {
  readonly count: number
  readonly firstLines: readonly number[]
}

export type Refusals = ReadonlyMap<Refusal, RefusalCount>

const linesKept = 5

/** Counts refused rows by reason, and keeps where the first ones are. */
export const createRefusalTally = () => {
  const counts = new Map<Refusal, RefusalCount>()
  return {
    add: (reason: Refusal, line: number): void => {
      const { count, firstLines } = counts.get(reason) ?? { count: 0, firstLines: [] }
      const lines = firstLines.length < linesKept ? [...firstLines, line] : firstLines
      counts.set(reason, { count: count + 1, firstLines: lines })
    },
    refusals: counts as Refusals,
  }
}
