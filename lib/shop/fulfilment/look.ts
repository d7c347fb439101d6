import { amountOfPieces } from '../amounts/amounts'
import { balanceOf, heldOf, paidOf } from '../order/balance'
import { type OrderState, type Payment, unshipped } from '../order/state'

/** The provider that payments by store credit are recorded under. */
export const creditProvider = 'credit'

/** A payment, as far as it is to be seen through. Amounts are in minor units of the order's currency. */
export interface SeenPayment {
  readonly paymentId: string
  readonly provider: string
  /** Goes through a provider of today's; what others hold is for staff to see to. */
  readonly isOurs: boolean
  /** Authorised, and neither taken nor given up. */
  readonly held: number
  /** Taken, and not given back. */
  readonly paid: number
  readonly expiresAt?: string | undefined
}

/** An order as its fulfilment finds it when it looks. It stands in the log then, so it has nothing of whom the order goes to. */
export interface OrderLook {
  readonly version: number
  readonly isConfirmed: boolean
  readonly isCancelled: boolean
  /** ISO 8601, UTC. */
  readonly editableUntil: string
  /** What has to be authorised yet, so that all of it can be paid. */
  readonly toAuthorise: number
  /** What of that is to be store credit. */
  readonly toHold: number
  /** What was shipped and isn't paid yet. */
  readonly toCapture: number
  readonly isAllShipped: boolean
  /** May the rest be authorised without anybody doing something? */
  readonly hasReference: boolean
  readonly payments: readonly SeenPayment[]
  /** How long it may wait for its payment, as long as it does. */
  readonly payWithinMs?: number
}

/** What is to be known of an order to see it through, with payments by these providers. */
export const lookAt = (order: OrderState, providers: ReadonlySet<string>): OrderLook => {
  const { toAuthorise } = balanceOf(order)
  const isCancelled = order.status === 'cancelled'
  const wanted = isCancelled ? 0 : toAuthorise.amount
  return {
    version: order.version,
    isConfirmed: order.isConfirmed,
    isCancelled,
    editableUntil: order.editableUntil,
    toAuthorise: wanted,
    toHold: Math.min(wanted, creditLeft(order)),
    toCapture: isCancelled
      ? 0
      : Math.max(0, shippedAmount(order) - sum(order.payments, (each) => each.captured)),
    isAllShipped: order.shipments.length > 0 && order.lines.every((line) => unshipped(line) === 0),
    hasReference: order.payment.reference !== undefined,
    payments: order.payments.map((payment) => ({
      paymentId: payment.paymentId,
      provider: payment.provider,
      isOurs: providers.has(payment.provider),
      held: heldOf(payment),
      paid: paidOf(payment),
      ...(payment.expiresAt !== undefined && { expiresAt: payment.expiresAt }),
    })),
  }
}

/** What store credit is to pay of it, and doesn't yet. */
const creditLeft = ({ payment, payments }: OrderState): number => {
  const byCredit = payments.filter(({ provider }) => provider === creditProvider)
  const held = sum(byCredit, ({ authorised, released }) => authorised - released)
  return Math.max(0, (payment.credit?.amount ?? 0) - held)
}

/** What all that was shipped comes to; the first shipment carries what shipping costs. */
const shippedAmount = ({ lines, amounts, shipments }: OrderState): number =>
  lines.reduce(
    (total, { lineId, shipped }) => {
      const line = amounts.lines.find((each) => each.lineId === lineId)
      return line ? total + amountOfPieces(line, 0, shipped).amount : total
    },
    shipments.length > 0 ? amounts.shipping.total.amount : 0,
  )

const sum = (payments: readonly Payment[], amountOf: (payment: Payment) => number): number =>
  payments.reduce((total, payment) => total + amountOf(payment), 0)
