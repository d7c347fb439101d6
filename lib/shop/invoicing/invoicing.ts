import type { RecordedEvent } from '../../kit/events/recorded-event'
import { exhaustive } from '../../kit/kernel/exhaustive'
import type { ProcessInput, ProcessRules } from '../../kit/processes/process'
import type { CommandAnswered } from '../../kit/processes/process-events'
import { type Reaction, sendCommand } from '../../kit/processes/reactions'
import {
  type IssueCreditNote,
  type IssueInvoice,
  invoiceNumber,
  invoicesStreamType,
  yearOf,
} from '../invoices/invoices'
import type { OrderConfirmed, RefundIssued } from '../order/events'

/** An order has its invoice. */
export interface InvoiceWritten {
  readonly type: 'InvoiceWritten'
  readonly data: { readonly number: string }
}

/** A refund has its credit note. */
export interface CreditNoteWritten {
  readonly type: 'CreditNoteWritten'
  readonly data: { readonly number: string; readonly refundId: string }
}

export type InvoicingEvent = InvoiceWritten | CreditNoteWritten

/** What of an order is invoiced. */
export interface InvoicingState {
  readonly invoice?: string | undefined
  /** The number of the credit note of each refund. */
  readonly creditNotes: Readonly<Record<string, string>>
}

export type InvoicingInput = OrderConfirmed | RefundIssued

type Reactions = readonly Reaction<InvoicingEvent>[]

const evolve = (state: InvoicingState, event: InvoicingEvent): InvoicingState => {
  switch (event.type) {
    case 'InvoiceWritten':
      return { ...state, invoice: event.data.number }
    case 'CreditNoteWritten':
      return { ...state, creditNotes: { ...state.creditNotes, [event.data.refundId]: event.data.number } }
    default:
      return exhaustive(event)
  }
}

/** Names of commands: what comes back says which year, and which refund, it is about. */
const invoiceOf = (year: string): string => `invoice/${year}`
const creditNoteOf = (year: string, refundId: string): string => `creditNote/${year}/${refundId}`

const react = (input: ProcessInput<InvoicingInput>): Reactions => {
  switch (input.type) {
    case 'OrderConfirmed':
      return [issueInvoice(input)]
    case 'RefundIssued':
      return [issueCreditNote(input)]
    case 'CommandAnswered':
      return written(input)
    case 'TimerFired':
    case 'EffectDone':
      return []
  }
}

const placeOf = ({ streamId: orderId, version: orderVersion, position }: RecordedEvent) => ({
  orderId,
  orderVersion,
  position,
})

const issueInvoice = (confirmed: RecordedEvent<OrderConfirmed>) => {
  const year = yearOf(confirmed.occurredAt)
  const command: IssueInvoice = { type: 'IssueInvoice', ...placeOf(confirmed) }
  return sendCommand(invoiceOf(year), { type: invoicesStreamType.streamType, id: year }, command)
}

const issueCreditNote = (refunded: RecordedEvent<RefundIssued>) => {
  const year = yearOf(refunded.occurredAt)
  const { refundId, amount, reason } = refunded.data
  const command: IssueCreditNote = {
    type: 'IssueCreditNote',
    ...placeOf(refunded),
    refundId,
    amount,
    reason,
  }
  return sendCommand(creditNoteOf(year, refundId), { type: invoicesStreamType.streamType, id: year }, command)
}

/** The version that the command made is the number. */
const written = ({ data: { name, answer } }: CommandAnswered): Reactions => {
  if (answer.type === 'rejected') return []
  const [, year = '', ...rest] = name.split('/')
  const refundId = rest.length > 0 ? rest.join('/') : undefined
  const number = invoiceNumber(year, answer.version)
  return refundId === undefined
    ? [{ type: 'InvoiceWritten', data: { number } }]
    : [{ type: 'CreditNoteWritten', data: { number, refundId } }]
}

/** What was imported was invoiced elsewhere. */
const isImported = ({ metadata }: RecordedEvent): boolean => metadata.actor.kind === 'import'

/** Writes the invoice of an order that is confirmed, and a credit note for each refund. One instance for each order. */
export const invoicingProcess: ProcessRules<InvoicingState, InvoicingEvent, InvoicingInput> = {
  streamType: 'invoicing',
  inputs: ['OrderConfirmed', 'RefundIssued'],
  instanceOf: (event) => (isImported(event) ? undefined : event.streamId),
  initial: () => ({ creditNotes: {} }),
  evolve,
  react,
  endings: [],
  milestones: ['InvoiceWritten', 'CreditNoteWritten'],
}
