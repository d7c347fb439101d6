import * as z from 'zod'
import type { EventTypes } from '../../../kit/events/event-type'
import type { StoredStreamType } from '../../../kit/streams/stored-stream-type'
import { money } from '../../wire/money'
import {
  type InvoiceCommand,
  type InvoiceEvent,
  type InvoiceRejection,
  type InvoicesState,
  invoicesStreamType,
} from '../invoices'

const { streamType } = invoicesStreamType

const invoiced = z.object({ orderId: z.string(), orderVersion: z.int().min(1), position: z.int().min(1) })

const invoiceEventTypes = {
  InvoiceIssued: { streamType, schemaVersion: 1, data: invoiced },
  CreditNoteIssued: {
    streamType,
    schemaVersion: 1,
    data: invoiced.extend({
      refundId: z.string(),
      amount: money.extend({ amount: z.int().min(1) }),
      reason: z.string(),
    }),
  },
} satisfies EventTypes<InvoiceEvent>

/** Invoices as they are stored. A year that is over takes no more, but nothing says so. */
export const storedInvoices: StoredStreamType<InvoicesState, InvoiceCommand, InvoiceEvent, InvoiceRejection> =
  {
    ...invoicesStreamType,
    eventTypes: invoiceEventTypes,
    endings: [],
    stateVersion: 1,
    bytesOf: () => 200,
  }
