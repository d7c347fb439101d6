import { accept, type Decision, reject } from '../../kit/kernel/decider'
import { exhaustive } from '../../kit/kernel/exhaustive'
import { foldBy } from '../../kit/kernel/fold-by'
import type { StreamType } from '../../kit/streams/stream-type'
import type { Money } from '../money'

/** Where in the log an order stands as it is invoiced: what it says is what order and terms were there. */
interface Invoiced {
  readonly orderId: string
  readonly orderVersion: number
  readonly position: number
}

export interface InvoiceIssued {
  readonly type: 'InvoiceIssued'
  readonly data: Invoiced
}

/** Takes back what an invoice asked for, or some of it. */
export interface CreditNoteIssued {
  readonly type: 'CreditNoteIssued'
  readonly data: Invoiced & { readonly refundId: string; readonly amount: Money; readonly reason: string }
}

export type InvoiceEvent = InvoiceIssued | CreditNoteIssued

/** The invoices of one year. Each event is one, and its version is its number: there are no gaps and no two of one number. */
export interface InvoicesState {
  /** The year. */
  readonly id: string
  readonly version: number
}

export type IssueInvoice = { readonly type: 'IssueInvoice' } & Invoiced
export type IssueCreditNote = { readonly type: 'IssueCreditNote' } & CreditNoteIssued['data']
export type InvoiceCommand = IssueInvoice | IssueCreditNote

export type InvoiceRejection = { readonly type: 'InvalidAmount'; readonly amount: Money }

const initial = (id: string): InvoicesState => ({ id, version: 0 })

const evolve = (invoices: InvoicesState, _event: InvoiceEvent): InvoicesState => ({
  ...invoices,
  version: invoices.version + 1,
})

/** That an order is invoiced once is kept by the id of the command: which orders were is nothing that a year's state could hold. */
const decide = (
  command: InvoiceCommand,
  _invoices: InvoicesState,
): Decision<InvoiceEvent, InvoiceRejection> => {
  switch (command.type) {
    case 'IssueInvoice': {
      const { type: _, ...data } = command
      return accept({ type: 'InvoiceIssued', data })
    }
    case 'IssueCreditNote': {
      const { type: _, ...data } = command
      const { amount } = data
      const isAmount = Number.isSafeInteger(amount.amount) && amount.amount > 0
      return isAmount ? accept({ type: 'CreditNoteIssued', data }) : reject({ type: 'InvalidAmount', amount })
    }
    default:
      return exhaustive(command)
  }
}

/** Invoices as a type of streams, one for each year. */
export const invoicesStreamType: StreamType<InvoicesState, InvoiceCommand, InvoiceEvent, InvoiceRejection> = {
  streamType: 'invoices',
  milestones: [],
  ownerOf: () => undefined,
  initial,
  evolve,
  fold: foldBy(evolve),
  decide,
}

/** The stream of the year in which something happened, in UTC. */
export const yearOf = (occurredAt: string): string => occurredAt.slice(0, 4)

/** What an invoice or a credit note is called: 2026-000041. */
export const invoiceNumber = (year: string, version: number): string =>
  `${year}-${String(version).padStart(6, '0')}`
