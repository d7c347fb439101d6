import { limits } from './limits'
import type { SaleLine } from './line'
import type { LineRefusal } from './refusals'

/** The lines of one sale, in the file's order; never empty. */
export type Invoice = readonly [SaleLine, ...SaleLine[]]

export type Gathered =
  /** `complete` is another invoice that this line showed to be over. */
  | { readonly type: 'gathered'; readonly complete: Invoice | undefined }
  | { readonly type: 'refused'; readonly reason: LineRefusal }

/**
 * An invoice is taken to be over when so many others have had lines since its last. The lines of one follow
 * each other in the file, but two written in the same minute may be interleaved.
 */
const openAtOnce = 8

/** Gathers the lines of sales into invoices, with only a few of them in memory. */
export const createInvoiceGatherer = () => {
  /** The one whose last line is the longest ago comes first. */
  const open = new Map<string, [SaleLine, ...SaleLine[]]>()
  const closed = new Set<string>()

  const closeOldest = (): Invoice | undefined => {
    const [oldest] = open
    if (!oldest || open.size <= openAtOnce) return undefined
    const [invoiceNo, lines] = oldest
    open.delete(invoiceNo)
    closed.add(invoiceNo)
    return lines
  }

  return {
    add: (line: SaleLine): Gathered => {
      const { invoiceNo } = line
      if (closed.has(invoiceNo)) return { type: 'refused', reason: 'invoiceClosed' }
      const lines = open.get(invoiceNo)
      if (!lines) {
        open.set(invoiceNo, [line])
        return { type: 'gathered', complete: closeOldest() }
      }
      if (lines[0].customerNumber !== line.customerNumber)
        return { type: 'refused', reason: 'customerDiffers' }
      if (lines.length === limits.linesPerInvoice) return { type: 'refused', reason: 'invoiceTooLong' }
      lines.push(line)
      open.delete(invoiceNo)
      open.set(invoiceNo, lines)
      return { type: 'gathered', complete: undefined }
    },
    /** What is still open at the end of the file. */
    rest: (): Invoice[] => [...open.values()],
  }
}
