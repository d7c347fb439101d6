import { FileMinus, FileText } from 'lucide-react'
import { exhaustive } from '@/lib/kit/kernel/exhaustive'
import type { InvoicingEvent, InvoicingState } from '@/lib/shop/invoicing/invoicing'
import type { ProcessWords } from '../../player/process/process-words'
import { kind } from '../../player/view/event-kind'

/** What the invoicing of an order says of itself. */
export const invoicingWords: ProcessWords<InvoicingState, InvoicingEvent> = {
  noun: 'invoicing',
  asks: {},
  kinds: {
    InvoiceWritten: kind(FileText, 'square', 'blue'),
    CreditNoteWritten: kind(FileMinus, 'square', 'violet'),
  },
  tell: (event) => {
    if (event.type !== 'CommandRequested') return undefined
    const what = event.data.name.startsWith('invoice/') ? 'the invoice' : 'a credit note'
    return `Asks for ${what} of ${event.data.stream.id}`
  },
  sentence: (event) => {
    switch (event.type) {
      case 'InvoiceWritten':
        return `Invoiced under ${event.data.number}`
      case 'CreditNoteWritten':
        return `A refund was noted under ${event.data.number}`
      default:
        return exhaustive(event)
    }
  },
}
