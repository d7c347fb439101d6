import { exhaustive } from '../../kit/kernel/exhaustive'
import { type Money, money } from '../money'
import { balanceOf } from './balance'
import type { AmountCorrected, LineQuantity, OrderEvent, OrderedLine, RefundIssued } from './events'
import { amountDue } from './order-amounts-now'
import { type OrderLine, type OrderState, type OrderStatus, type Payment, unshipped } from './state'

/** The order after one more event. Trusts the event: the rules are in `decide`. */
export const evolveOrder = (order: OrderState, event: OrderEvent): OrderState => {
  const changed = { ...order, ...changeOf(order, event), version: order.version + 1 }
  const next = { ...changed, status: statusOf(changed) }
  return event.type === 'RefundIssued' ? next : settled(order, next)
}

const changeOf = (order: OrderState, event: OrderEvent): Partial<OrderState> => {
  switch (event.type) {
    case 'OrderPlaced': {
      const { number, cartId, customerId, lines, amounts, payment, editableUntil } = event.data
      return {
        status: 'placed',
        number,
        cartId,
        customerId,
        lines: lines.map(fresh),
        amounts,
        payment,
        editableUntil,
      }
    }
    case 'OrderItemsUpdated':
      return { lines: event.data.lines.map(fresh), amounts: event.data.amounts }
    case 'QuantityCancelled':
      return { lines: moved(order, event.data.lines, 'cancelled') }
    case 'PaymentAuthorised': {
      const { amount, ...data } = event.data
      const payment = {
        ...data,
        authorised: amount.amount,
        captured: 0,
        released: 0,
        refunded: 0,
        captures: [],
      }
      return { payments: [...order.payments, payment] }
    }
    case 'PaymentReceived': {
      const { paymentId, captureId, amount } = event.data
      return {
        payments: paymentChanged(order, paymentId, ({ captured, captures }) => ({
          captured: captured + amount.amount,
          captures: [...captures, { captureId, amount: amount.amount }],
        })),
      }
    }
    case 'AuthorisationReleased': {
      const { paymentId, amount } = event.data
      return {
        payments: paymentChanged(order, paymentId, ({ released }) => ({
          released: released + amount.amount,
        })),
      }
    }
    case 'PaymentFailed':
      return {}
    case 'OrderConfirmed':
      return { isConfirmed: true }
    case 'OrderShipped': {
      const { lines, ...data } = event.data
      return {
        lines: moved(order, lines, 'shipped'),
        shipments: [...order.shipments, { ...data, lines, isDelivered: false }],
      }
    }
    case 'OrderDelivered': {
      const { shipment } = event.data
      const delivered = order.shipments.find((each) => each.shipment === shipment)
      return {
        lines: moved(order, delivered?.lines ?? [], 'delivered'),
        shipments: order.shipments.map((each) =>
          each === delivered ? { ...each, isDelivered: true } : each,
        ),
      }
    }
    case 'OrderCancelled':
      return { status: 'cancelled', cancelledBy: event.data.cancelledBy }
    case 'ReturnRequested':
      return { lines: moved(order, event.data.lines, 'returning') }
    case 'OrderReturned':
      return { lines: cameBack(order, event.data.lines) }
    case 'RefundIssued':
      return refunded(order, event.data)
    case 'AmountCorrected':
      return { amounts: corrected(order, event.data) }
    default:
      return exhaustive(event)
  }
}

const fresh = (line: OrderedLine): OrderLine => ({
  ...line,
  cancelled: 0,
  shipped: 0,
  delivered: 0,
  returned: 0,
  returning: 0,
})

type Counted = 'cancelled' | 'shipped' | 'delivered' | 'returned' | 'returning'

const quantityIn = (lines: readonly LineQuantity[], lineId: string): number =>
  lines.reduce((sum, line) => (line.lineId === lineId ? sum + line.quantity : sum), 0)

const moved = ({ lines }: OrderState, by: readonly LineQuantity[], counted: Counted): readonly OrderLine[] =>
  lines.map((line) => ({ ...line, [counted]: line[counted] + quantityIn(by, line.lineId) }))

/** What comes back was announced, or comes without that. */
const cameBack = ({ lines }: OrderState, by: readonly LineQuantity[]): readonly OrderLine[] =>
  lines.map((line) => {
    const quantity = quantityIn(by, line.lineId)
    return {
      ...line,
      returned: line.returned + quantity,
      returning: Math.max(0, line.returning - quantity),
    }
  })

const paymentChanged = (
  { payments }: OrderState,
  paymentId: string,
  change: (payment: Payment) => Partial<Payment>,
): readonly Payment[] =>
  payments.map((payment) => (payment.paymentId === paymentId ? { ...payment, ...change(payment) } : payment))

const refunded = (order: OrderState, { refundId, amount, to, parts }: RefundIssued['data']) => {
  const owed = Math.max(0, -balanceOf(order).outstanding.amount)
  return {
    payments: parts.reduce<readonly Payment[]>(
      (payments, part) =>
        paymentChanged({ ...order, payments }, part.paymentId, ({ refunded }) => ({
          refunded: refunded + part.amount.amount,
        })),
      order.payments,
    ),
    refunds: [...order.refunds, { refundId, amount, to }],
    refundedAhead: order.refundedAhead + Math.max(0, amount.amount - owed),
  }
}

/** Less is due than before: what was refunded ahead counts for it first. */
const settled = (before: OrderState, after: OrderState): OrderState => {
  if (after.refundedAhead === 0) return after
  const less = amountDue(before).amount - amountDue(after).amount
  return less > 0 ? { ...after, refundedAhead: Math.max(0, after.refundedAhead - less) } : after
}

const corrected = ({ amounts }: OrderState, { corrects, newAmount }: AmountCorrected['data']) => {
  const lines = amounts.lines.map((line) => (line.lineId === corrects ? amountingTo(line, newAmount) : line))
  const shipping = corrects === 'shipping' ? amountingTo(amounts.shipping, newAmount) : amounts.shipping
  const total = lines.reduce((sum, line) => sum + line.total.amount, shipping.total.amount)
  return { ...amounts, lines, shipping, total: money(total, amounts.total.currency) }
}

/** The tax is what of the new amount falls to its rate. */
const amountingTo = <Part extends { tax: { rate: number; amount: Money }; total: Money }>(
  part: Part,
  total: Money,
): Part => {
  const { rate } = part.tax
  const amount = Math.round((total.amount * rate) / (10_000 + rate))
  return { ...part, tax: { rate, amount: money(amount, total.currency) }, total }
}

const statusOf = ({ status, isConfirmed, lines }: OrderState): OrderStatus => {
  if (status === 'none' || status === 'cancelled') return status
  const count = (of: (line: OrderLine) => number) => lines.reduce((sum, line) => sum + of(line), 0)
  const shipped = count((line) => line.shipped)
  if (shipped === 0) return isConfirmed ? 'confirmed' : 'placed'
  if (count(unshipped) > 0) return 'partlyShipped'
  if (count((line) => line.delivered) < shipped) return 'shipped'
  return count((line) => line.returned) < shipped ? 'delivered' : 'returned'
}
