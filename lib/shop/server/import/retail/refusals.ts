import type { RowFault } from '../table'

/** Why a row can't become part of a cart, in the words of the report. */
export const refusalReasons = {
  wrongColumns: 'too few or too many columns',
  quoteOverRows: 'a quote is still open where the next row begins',
  quoteNotClosed: 'a quote that is never closed as it should be',
  lineTooLong: 'line too long',
  otherSheet: 'in a sheet without these columns',
  controlCharacters: 'control characters',
  noInvoiceNumber: 'no invoice number',
  cancellation: 'cancellation (InvoiceNo begins with C)',
  adjustment: 'adjustment (InvoiceNo begins with another letter)',
  noStockCode: 'no stock code',
  quantityNotPositive: 'quantity not a positive whole number',
  quantityTooLarge: 'quantity too large',
  quantityAmbiguous: 'quantity with two meanings',
  priceNotPositive: 'price not a positive number',
  priceNotInPence: 'price not in whole pence',
  priceTooLarge: 'price too large',
  priceAmbiguous: 'price with two meanings',
  unreadableDate: 'unreadable date',
  dateAmbiguous: 'date with two meanings',
  customerDiffers: 'names another customer than its invoice',
  invoiceClosed: 'comes long after the other lines of its invoice',
  invoiceTooLong: 'invoice too long',
} as const satisfies Record<RowFault, string> & Record<string, string>

export type LineRefusal = keyof typeof refusalReasons

export interface Refused {
  readonly type: 'refused'
  readonly reason: LineRefusal
  /** What the row says, where that helps. */
  readonly says?: string | undefined
}

export const refused = (reason: LineRefusal, says?: string): Refused => ({
  type: 'refused',
  reason,
  says: says && shortened(says),
})

/** Fit for one line of a report, whatever stands in the file. */
const shortened = (text: string): string => {
  const plain = text.replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
  return plain.length > 90 ? `${plain.slice(0, 87)}...` : plain
}

export const twoMeanings = (reason: LineRefusal, text: string, meanings: readonly string[]): Refused =>
  refused(reason, `${text} could be ${meanings.join(' or ')}`)
