import { describe, expect, it } from 'vitest'
import type { RecordedEvent } from '../../kit/events/recorded-event'
import type { TakeInput } from '../../kit/processes/turn'
import { type InvoiceCommand, invoicesStreamType } from '../invoices/invoices'
import type { OrderEvent } from '../order/events'
import { recorded } from '../testing/events'
import { invoicingType } from './wire/invoicing-type'

const recordedAt = (event: OrderEvent, position: number, occurredAt: string): RecordedEvent =>
  ({
    ...recorded([event as never], 'order-1')[0],
    streamType: 'order',
    position,
    occurredAt,
  }) as RecordedEvent

const confirmed = recordedAt(
  { type: 'OrderConfirmed', data: { by: 'window' } },
  40,
  '2026-12-31T23:59:59.999Z',
)
const refunded = recordedAt(
  {
    type: 'RefundIssued',
    data: {
      refundId: 'r-1',
      amount: { amount: 500, currency: 'EUR' },
      to: 'card',
      reason: 'Broken',
      parts: [],
    },
  },
  90,
  '2027-01-01T00:00:00.000Z',
)

/** What an order's invoicing asks for, with each command carried out on the year's stream. */
const invoicing = () => {
  let state = invoicingType.initial('order-1')
  const years = new Map<string, number>()
  const take = (input: TakeInput) => {
    const decision = invoicingType.decide(input, state)
    if (decision.type !== 'accepted') throw new Error(decision.type)
    state = invoicingType.fold(state, decision.events)
    for (const event of decision.events) {
      if (event.type !== 'CommandRequested') continue
      const { id, stream, command } = event.data
      const before = { id: stream.id, version: years.get(stream.id) ?? 0 }
      const decided = invoicesStreamType.decide(command as InvoiceCommand, before)
      if (decided.type !== 'accepted') throw new Error(decided.rejection.type)
      const { version } = invoicesStreamType.fold(before, decided.events)
      years.set(stream.id, version)
      take({
        type: 'TakeAnswer',
        id,
        answer: { type: 'accepted', version, position: 99 },
        at: '2027-01-01T00:00:01.000Z',
      })
    }
  }
  return { take, known: () => state.own, years }
}

describe('the invoicing of an order', () => {
  it('numbers its invoice by the year in which it was confirmed, without a gap', () => {
    const order = invoicing()
    order.take({ type: 'TakeEvent', event: confirmed })
    expect(order.known()).toEqual({ invoice: '2026-000001', creditNotes: {} })
  })

  it('writes a credit note for each refund, of the year in which it was', () => {
    const order = invoicing()
    order.take({ type: 'TakeEvent', event: confirmed })
    order.take({ type: 'TakeEvent', event: refunded })
    expect(order.known()).toEqual({ invoice: '2026-000001', creditNotes: { 'r-1': '2027-000001' } })
    expect([...order.years]).toEqual([
      ['2026', 1],
      ['2027', 1],
    ])
  })

  it('leaves alone what was imported', () => {
    const imported = { ...confirmed, metadata: { ...confirmed.metadata, actor: { kind: 'import', id: 'f' } } }
    expect(invoicingType.process.instanceOf(imported as never)).toBeUndefined()
    expect(invoicingType.process.instanceOf(confirmed as never)).toBe('order-1')
  })
})
