import { describe, expect, it } from 'vitest'
import { beginBranch } from '@/lib/kit/history/what-if'
import type { OrderEvent } from '@/lib/shop/order/events'
import { orderStreamType } from '@/lib/shop/order/order-stream'
import { orderRules } from '@/lib/shop/order/what-if-order'
import { orderPlaced, usd } from '@/lib/shop/testing/orders'
import { orderEventOf, orderForms, usualOrderValues, valuesOfOrderEvent } from './order-forms'
import { lineNames } from './order-names'
import { orderSentence } from './order-sentences'

const one = [{ lineId: '1', quantity: 2 }]

const history: readonly OrderEvent[] = [
  orderPlaced(),
  { type: 'PaymentAuthorised', data: { paymentId: 'p1', provider: 'test', amount: usd(8_500) } },
  { type: 'OrderConfirmed', data: { by: 'window' } },
  { type: 'OrderShipped', data: { shipment: '1', lines: one, carrier: 'UPS' } },
  { type: 'PaymentReceived', data: { paymentId: 'p1', captureId: 'c1', amount: usd(2_500) } },
  { type: 'OrderDelivered', data: { shipment: '1' } },
  { type: 'OrderReturned', data: { lines: one, reason: 'Chipped', restock: false } },
  {
    type: 'RefundIssued',
    data: {
      refundId: 'r1',
      amount: usd(2_000),
      to: 'credit',
      reason: 'Chipped',
      parts: [{ paymentId: 'p1', amount: usd(2_000) }],
    },
  },
]

const initial = orderStreamType.initial('stream-1')

describe('an order in words', () => {
  it('tells what happened', () => {
    const names = lineNames(initial, history)
    expect(history.map((event) => orderSentence(event, names))).toEqual([
      `Order ${orderPlaced().data.number} placed: 2 lines for $85.00`,
      '$85.00 authorised by test',
      'Confirmed: it no longer changes',
      '2 x Product 1 shipped with UPS, shipment 1',
      '$25.00 received',
      'Shipment 1 delivered',
      '2 x Product 1 came back and can’t be sold again: Chipped',
      '$20.00 refunded to store credit: Chipped',
    ])
  })
})

describe('an order as it could have been', () => {
  it('is as it was where nothing is changed', () => {
    const { truth } = beginBranch(orderRules, initial, history)
    expect(truth.map(({ verdict }) => verdict.type)).toEqual(history.map(() => 'accepted'))
  })

  it.each(history)('$type goes through its form as it is', (event) => {
    const values = orderForms[event.type].schema.parse(valuesOfOrderEvent(event))
    const before = orderStreamType.fold(initial, history.slice(0, history.indexOf(event)))
    const again = orderEventOf(event.type, values, before)
    expect(again.type).toBe(event.type)
    expect(valuesOfOrderEvent(again)).toEqual(valuesOfOrderEvent(event))
  })

  it('begins a form for each event with something that can be read', () => {
    const now = orderStreamType.fold(initial, history)
    for (const [type, { schema }] of Object.entries(orderForms)) {
      const values = usualOrderValues(type as OrderEvent['type'], now)
      if (!('data' in values)) expect(schema.safeParse(values).success, type).toBe(true)
    }
  })
})
