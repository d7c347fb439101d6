import type { ProcessEvent } from '../../../kit/processes/process-events'
import { eventsOfProcesses, type ProcessState } from '../../../kit/processes/process-state'
import { processStreamType } from '../../../kit/processes/process-stream-type'
import { searchable } from '../../../kit/wire/searchable-type'
import { type InvoicingEvent, type InvoicingState, invoicingProcess } from '../invoicing'

/** The invoicing of orders with what its histories can be asked. */
export const searchableInvoicing = searchable<ProcessState<InvoicingState>, InvoicingEvent | ProcessEvent>(
  processStreamType(invoicingProcess),
  { ...eventsOfProcesses, InvoiceWritten: true, CreditNoteWritten: true },
)
