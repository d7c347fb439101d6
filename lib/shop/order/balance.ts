import { type Money, money } from '../money'
import { amountDue, currencyOf } from './order-amounts-now'
import type { OrderState, Payment } from './state'

/** What is held and may still be charged. */
export const heldOf = ({ authorised, captured, released }: Payment): number =>
  authorised - captured - released

/** What was charged and not given back. */
export const paidOf = ({ captured, refunded }: Payment): number => captured - refunded

/** An order's money at one version. */
export interface OrderBalance {
  /** What is to be paid for what the customer keeps. */
  readonly due: Money
  /** Held by providers, and not charged yet. */
  readonly held: Money
  /** All that was charged. */
  readonly captured: Money
  readonly refunded: Money
  /** What is still to be paid; below zero what is to be given back. */
  readonly outstanding: Money
  /** What has to be authorised beyond what is paid or held, so that all of it can be paid. */
  readonly toAuthorise: Money
  /** What can be given back at most. */
  readonly refundable: Money
}

/** What an order comes to, what was paid, and what is left of either. */
export const balanceOf = (order: OrderState): OrderBalance => {
  const due = amountDue(order)
  const held = sum(order.payments, heldOf)
  const captured = sum(order.payments, ({ captured }) => captured)
  const refunded = sum(order.payments, ({ refunded }) => refunded)
  const outstanding = due.amount - order.refundedAhead - (captured - refunded)
  const inCurrency = (amount: number) => money(amount, currencyOf(order))
  return {
    due,
    held: inCurrency(held),
    captured: inCurrency(captured),
    refunded: inCurrency(refunded),
    outstanding: inCurrency(outstanding),
    toAuthorise: inCurrency(Math.max(0, outstanding - held)),
    refundable: inCurrency(captured - refunded),
  }
}

const sum = (payments: readonly Payment[], amountOf: (payment: Payment) => number): number =>
  payments.reduce((total, payment) => total + amountOf(payment), 0)
