import type { RecordedEvent } from '../../../kit/events/recorded-event'
import type { Aggregates } from '../../../kit/server/aggregates/aggregates'
import { head } from '../../../kit/server/aggregates/moment'
import type { EventStore } from '../../../kit/server/store/event-store'
import { invoicingType } from '../../invoicing/wire/invoicing-type'
import { readPlaced } from '../../order/server/read-placed'
import { storedOrder } from '../../order/wire/stored-order'
import { shopTermsId } from '../../terms/terms-stream'
import { storedTerms } from '../../terms/wire/stored-terms'
import { type InvoiceEvent, invoicesStreamType } from '../invoices'
import type { Invoice } from '../wire/invoice'

interface Dependencies {
  readonly aggregates: Pick<Aggregates, 'at'>
  readonly store: Pick<EventStore, 'readStream'>
}

/** The invoice of an order; undefined where it has none yet. */
export const readInvoice = async (
  { aggregates, store }: Dependencies,
  orderId: string,
): Promise<Invoice | undefined> => {
  const { state } = await aggregates.at(invoicingType, orderId, head)
  const { invoice: number, creditNotes } = state.own
  const issued = number === undefined ? undefined : await readNumbered(store, number)
  const placed = issued && (await readPlaced(store, orderId))
  if (!issued || !placed || number === undefined) return undefined
  const { orderVersion: version, position } = issued.data
  const [order, terms, notes] = await Promise.all([
    aggregates.at(storedOrder, orderId, { type: 'version', version }),
    aggregates.at(storedTerms, shopTermsId, { type: 'position', position }),
    Promise.all(Object.values(creditNotes).map((each) => readNumbered(store, each))),
  ])
  return {
    number,
    issuedAt: issued.occurredAt,
    order: order.state,
    seller: terms.state.seller,
    addressee: placed.data,
    creditNotes: notes.flatMap((event, nth) =>
      event?.type === 'CreditNoteIssued'
        ? [
            {
              number: Object.values(creditNotes)[nth] ?? '',
              amount: event.data.amount,
              reason: event.data.reason,
              issuedAt: event.occurredAt,
            },
          ]
        : [],
    ),
  }
}

/** What stands under a number: its year is the stream, the rest of it the version. */
const readNumbered = async (
  store: Dependencies['store'],
  number: string,
): Promise<RecordedEvent<InvoiceEvent> | undefined> => {
  const [year = '', digits = ''] = number.split('-')
  const version = Number(digits)
  const [event] = await store.readStream(
    { type: invoicesStreamType.streamType, id: year },
    { from: version, to: version },
  )
  return event as RecordedEvent<InvoiceEvent> | undefined
}
