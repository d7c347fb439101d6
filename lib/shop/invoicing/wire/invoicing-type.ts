import * as z from 'zod'
import type { EventTypes } from '../../../kit/events/event-type'
import { type ProcessType, processType } from '../../../kit/processes/process-type'
import { type InvoicingEvent, type InvoicingState, invoicingProcess } from '../invoicing'

const { streamType } = invoicingProcess

const eventTypes = {
  InvoiceWritten: { streamType, schemaVersion: 1, data: z.object({ number: z.string() }) },
  CreditNoteWritten: {
    streamType,
    schemaVersion: 1,
    data: z.object({ number: z.string(), refundId: z.string() }),
  },
} satisfies EventTypes<InvoicingEvent>

/** The invoicing of orders as a type of streams. */
export const invoicingType: ProcessType<InvoicingState, InvoicingEvent> = processType({
  ...invoicingProcess,
  eventTypes,
  stateVersion: 1,
})
