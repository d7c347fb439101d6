import * as z from 'zod'
import { money } from '@/lib/shop/money'
import { heldOf } from '@/lib/shop/order/balance'
import type { LineQuantity, OrderEvent } from '@/lib/shop/order/events'
import { amountsOfLine, currencyOf } from '@/lib/shop/order/order-amounts-now'
import { orderStreamType } from '@/lib/shop/order/order-stream'
import { kept, type OrderState, unshipped } from '@/lib/shop/order/state'
import { orderEventTypes } from '@/lib/shop/order/wire/order-event-types'
import { readAmount, writeAmount } from '@/lib/shop/wire/amount'
import type { EventField, EventForm, FieldValues } from '../../../player/view/event-form'

type Type = OrderEvent['type']

const text = z.string().trim().max(200, 'must have at most 200 characters')
const required = text.min(1, 'is missing')
const amount = z.string().regex(/^\s*-?\d{1,9}(\.\d{1,3})?\s*$/, 'must be an amount like 15.99')
const pieces = z
  .string()
  .regex(/^\s*[\w.-]+\s*:\s*\d{1,6}(\s*,\s*[\w.-]+\s*:\s*\d{1,6})*\s*$/, 'must be like 1: 2, 2: 1')

const linesField: EventField = { name: 'lines', label: 'Pieces, by line' }
const reasonField: EventField = { name: 'reason', label: 'Reason' }
const amountField: EventField = { name: 'amount', label: 'Amount', inputMode: 'decimal' }

const ofPieces: EventForm = {
  fields: [linesField, reasonField],
  schema: z.object({ lines: pieces, reason: text }),
}

const isOf = (type: Type, written: string): boolean => {
  try {
    return orderEventTypes[type].data.safeParse(JSON.parse(written)).success
  } catch {
    return false
  }
}

/** What has more to say than fields can hold is written as it is stored. */
const written = (type: Type): EventForm => ({
  fields: [{ name: 'data', label: 'As JSON' }],
  schema: z.object({
    data: z.string().refine((data) => isOf(type, data), `can't be read as a ${type}`),
  }),
})

/** What one may say of each event of an order. */
export const orderForms: Record<Type, EventForm> = {
  OrderPlaced: written('OrderPlaced'),
  OrderItemsUpdated: written('OrderItemsUpdated'),
  PaymentFailed: written('PaymentFailed'),
  AuthorisationReleased: written('AuthorisationReleased'),
  QuantityCancelled: ofPieces,
  ReturnRequested: ofPieces,
  OrderReturned: ofPieces,
  OrderShipped: {
    fields: [linesField, { name: 'shipment', label: 'Shipment' }],
    schema: z.object({ lines: pieces, shipment: required }),
  },
  OrderDelivered: {
    fields: [{ name: 'shipment', label: 'Shipment' }],
    schema: z.object({ shipment: required }),
  },
  OrderConfirmed: { fields: [], schema: z.object({}) },
  OrderCancelled: { fields: [reasonField], schema: z.object({ reason: text }) },
  PaymentAuthorised: {
    fields: [amountField, { name: 'paymentId', label: 'Payment' }],
    schema: z.object({ amount, paymentId: required }),
  },
  PaymentReceived: {
    fields: [amountField, { name: 'paymentId', label: 'Payment' }],
    schema: z.object({ amount, paymentId: required }),
  },
  RefundIssued: { fields: [amountField, reasonField], schema: z.object({ amount, reason: text }) },
  AmountCorrected: {
    fields: [{ name: 'corrects', label: 'Line, or shipping' }, amountField, reasonField],
    schema: z.object({ corrects: required, amount, reason: text }),
  },
}

const writePieces = (lines: readonly LineQuantity[]): string =>
  lines.map(({ lineId, quantity }) => `${lineId}: ${quantity}`).join(', ')

const readPieces = (written: string): readonly LineQuantity[] =>
  written.split(',').map((each) => {
    const [lineId = '', quantity = ''] = each.split(':')
    return { lineId: lineId.trim(), quantity: Number(quantity) }
  })

/** An event as its form shows it. */
export const valuesOfOrderEvent = (event: OrderEvent): FieldValues => {
  switch (event.type) {
    case 'QuantityCancelled':
    case 'ReturnRequested':
    case 'OrderReturned':
      return { lines: writePieces(event.data.lines), reason: event.data.reason }
    case 'OrderShipped':
      return { lines: writePieces(event.data.lines), shipment: event.data.shipment }
    case 'OrderDelivered':
      return { shipment: event.data.shipment }
    case 'OrderConfirmed':
      return {}
    case 'OrderCancelled':
      return { reason: event.data.reason }
    case 'PaymentAuthorised':
    case 'PaymentReceived':
      return { amount: writeAmount(event.data.amount), paymentId: event.data.paymentId }
    case 'RefundIssued':
      return { amount: writeAmount(event.data.amount), reason: event.data.reason }
    case 'AmountCorrected': {
      const { corrects, newAmount, reason } = event.data
      return { corrects, amount: writeAmount(newAmount), reason }
    }
    default:
      return { data: JSON.stringify(event.data) }
  }
}

const piecesBy = ({ lines }: OrderState, of: (line: OrderState['lines'][number]) => number): string => {
  const there = lines.map((line) => ({ lineId: line.lineId, quantity: of(line) }))
  return writePieces(there.filter(({ quantity }) => quantity > 0)) || '1: 1'
}

/** A new event's form to begin with, on an order. */
export const usualOrderValues = (type: Type, before: OrderState): FieldValues => {
  const held = before.payments.find((payment) => heldOf(payment) > 0)
  switch (type) {
    case 'QuantityCancelled':
      return { lines: piecesBy(before, unshipped), reason: 'what if' }
    case 'ReturnRequested':
    case 'OrderReturned':
      return { lines: piecesBy(before, kept), reason: 'what if' }
    case 'OrderShipped':
      return { lines: piecesBy(before, unshipped), shipment: `${before.shipments.length + 1}` }
    case 'OrderDelivered':
      return { shipment: before.shipments.find(({ isDelivered }) => !isDelivered)?.shipment ?? '1' }
    case 'OrderConfirmed':
      return {}
    case 'OrderCancelled':
      return { reason: 'what if' }
    case 'PaymentAuthorised':
      return { amount: writeAmount(before.amounts.total), paymentId: 'what-if' }
    case 'PaymentReceived': {
      const amount = money(held ? heldOf(held) : 0, currencyOf(before))
      return { amount: writeAmount(amount), paymentId: held?.paymentId ?? 'what-if' }
    }
    case 'RefundIssued':
      return { amount: '5', reason: 'what if' }
    case 'AmountCorrected':
      return { corrects: 'shipping', amount: '0', reason: 'what if' }
    default:
      return { data: '{}' }
  }
}

/** The event that a form, parsed, tells of an order. */
export const orderEventOf = (type: Type, values: FieldValues, before: OrderState): OrderEvent => {
  const said = (name: string): string => (values[name] ?? '').trim()
  const amountSaid = () => readAmount(said('amount'), currencyOf(before))
  const made = before.version + 1
  switch (type) {
    case 'QuantityCancelled':
    case 'ReturnRequested':
      return { type, data: { lines: readPieces(said('lines')), reason: said('reason') } }
    case 'OrderReturned':
      return { type, data: { lines: readPieces(said('lines')), reason: said('reason'), restock: true } }
    case 'OrderShipped':
      return { type, data: { lines: readPieces(said('lines')), shipment: said('shipment') } }
    case 'OrderDelivered':
      return { type, data: { shipment: said('shipment') } }
    case 'OrderConfirmed':
      return { type, data: { by: 'staff' } }
    case 'OrderCancelled':
      return { type, data: { reason: said('reason'), cancelledBy: 'staff' } }
    case 'PaymentAuthorised':
      return { type, data: { paymentId: said('paymentId'), provider: 'what if', amount: amountSaid() } }
    case 'PaymentReceived':
      return {
        type,
        data: { paymentId: said('paymentId'), captureId: `what-if-${made}`, amount: amountSaid() },
      }
    case 'RefundIssued': {
      const asked = {
        refundId: `what-if-${made}`,
        amount: amountSaid(),
        to: 'card',
        reason: said('reason'),
      } as const
      const decision = orderStreamType.decide({ type: 'IssueRefund', ...asked }, before)
      const [event] = decision.type === 'accepted' ? decision.events : []
      return event ?? { type, data: { ...asked, parts: [] } }
    }
    case 'AmountCorrected': {
      const corrects = said('corrects')
      const part = corrects === 'shipping' ? before.amounts.shipping : amountsOfLine(before, corrects)
      const oldAmount = part?.total ?? money(0, currencyOf(before))
      return { type, data: { corrects, oldAmount, newAmount: amountSaid(), reason: said('reason') } }
    }
    default:
      return { type, data: orderEventTypes[type].data.parse(JSON.parse(said('data'))) } as OrderEvent
  }
}
