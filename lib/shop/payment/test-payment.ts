import { isSameMoney, type Money, money } from '../money'
import type {
  Authorisation,
  AuthoriseAsked,
  Capture,
  CaptureAsked,
  Refund,
  RefundAsked,
  Release,
} from './port'
import type { TestCard } from './test-cards'

/** What the built-in test provider knows of a payment. */
export interface TestPayment {
  readonly paymentId: string
  readonly orderId: string
  readonly key: string
  readonly amount: Money
  readonly card: TestCard
  readonly returnUrl: string
  readonly status: 'pending' | 'actionRequired' | 'authorised' | 'declined' | 'over'
  readonly declined?: Decline | undefined
  /** When the bank says yes to what is pending. ISO 8601, UTC. */
  readonly settlesAt: string
  /** ISO 8601, UTC. */
  readonly expiresAt: string
  readonly captures: readonly Moved[]
  readonly refunds: readonly Moved[]
}

interface Decline {
  readonly code: string
  readonly message: string
}

interface Moved {
  readonly key: string
  readonly amount: number
}

/** A payment after something was asked of it, and the answer to that. */
export interface TestAnswer<Answer> {
  readonly payment: TestPayment
  readonly answer: Answer
}

const day = 24 * 60 * 60 * 1000
const validMs = 7 * day
/** So long an authorisation stands that expires before anything is shipped. */
export const expiresAfterMs = 60_000
/** So long the bank takes that says yes later. */
export const settlesAfterMs = 1_000

/** The id of the payment that is asked for under a key. */
export const testPaymentIdOf = (key: string): string => `test_${key}`

const sumOf = (moved: readonly Moved[]): number => moved.reduce((sum, { amount }) => sum + amount, 0)

const refused = (code: string, message: string) => ({ type: 'refused', code, message }) as const

const declined: Decline = { code: 'card_declined', message: 'Your card was declined.' }

const declines: Partial<Record<TestCard['behaviour'], Decline>> = {
  decline: declined,
  noFunds: { code: 'insufficient_funds', message: 'Your card has too little money on it.' },
}

const firstStatusOf = ({ behaviour }: TestCard): TestPayment['status'] => {
  if (declines[behaviour]) return 'declined'
  if (behaviour === 'threeDSecure') return 'actionRequired'
  return behaviour === 'twice' ? 'pending' : 'authorised'
}

/** A payment as it begins: a card's number says what comes of it. */
export const beginTestPayment = (
  { orderId, key, amount, returnUrl }: AuthoriseAsked,
  card: TestCard,
  at: Date,
): TestPayment => ({
  paymentId: testPaymentIdOf(key),
  orderId,
  key,
  amount,
  card,
  returnUrl,
  status: firstStatusOf(card),
  declined: declines[card.behaviour],
  settlesAt: new Date(at.getTime() + settlesAfterMs).toISOString(),
  expiresAt: new Date(at.getTime() + (card.behaviour === 'expire' ? expiresAfterMs : validMs)).toISOString(),
  captures: [],
  refunds: [],
})

/** A payment as it is by now: the bank said yes to what was pending. */
export const settledBy = (payment: TestPayment, at: Date): TestPayment =>
  payment.status === 'pending' && payment.settlesAt <= at.toISOString()
    ? settleTestPayment(payment, true)
    : payment

/** How an authorisation stands. */
export const authorisationOf = (
  payment: TestPayment,
  pageOf: (paymentId: string) => string,
): Authorisation => {
  const { paymentId, status, amount, expiresAt } = payment
  switch (status) {
    case 'pending':
      return { type: 'pending', paymentId }
    case 'actionRequired':
      return { type: 'actionRequired', paymentId, url: pageOf(paymentId) }
    case 'declined':
      return { type: 'declined', paymentId, ...(payment.declined ?? declined) }
    case 'authorised':
    case 'over':
      return { type: 'authorised', paymentId, amount, captures: 'multiple', expiresAt }
  }
}

/** Whoever pays said yes or no, or the bank did. What was said before stands. */
export const settleTestPayment = (payment: TestPayment, isApproved: boolean): TestPayment => {
  if (payment.status !== 'pending' && payment.status !== 'actionRequired') return payment
  if (isApproved) return { ...payment, status: 'authorised' }
  return {
    ...payment,
    status: 'declined',
    declined: { code: 'authentication_failed', message: 'You did not confirm the payment.' },
  }
}

/** What became of a capture under a key; undefined where there was none. */
export const captureUnder = ({ captures, amount }: TestPayment, key: string): Capture | undefined => {
  const found = captures.find((capture) => capture.key === key)
  return found && { type: 'captured', captureId: `test_${key}`, amount: money(found.amount, amount.currency) }
}

export const refundUnder = ({ refunds, amount }: TestPayment, key: string): Refund | undefined => {
  const found = refunds.find((refund) => refund.key === key)
  return found && { type: 'refunded', refundId: `test_${key}`, amount: money(found.amount, amount.currency) }
}

/** Takes a part of what was authorised. */
export const captureTestPayment = (
  payment: TestPayment,
  { key, amount, isLast }: CaptureAsked,
  at: Date,
): TestAnswer<Capture> => {
  const done = captureUnder(payment, key)
  if (done) return { payment, answer: done }
  if (payment.status !== 'authorised') {
    return { payment, answer: refused('not_authorised', 'There is no authorisation any more.') }
  }
  if (at.toISOString() >= payment.expiresAt) {
    return { payment, answer: refused('expired', 'The authorisation has expired.') }
  }
  const left = money(payment.amount.amount - sumOf(payment.captures), payment.amount.currency)
  if (!fits(amount, left))
    return { payment, answer: refused('amount_too_large', 'So much was not authorised.') }
  const captures = [...payment.captures, { key, amount: amount.amount }]
  const isOver = isLast || isSameMoney(amount, left)
  return {
    payment: { ...payment, captures, status: isOver ? 'over' : 'authorised' },
    answer: { type: 'captured', captureId: `test_${key}`, amount },
  }
}

/** Gives back a part of what was taken. */
export const refundTestPayment = (payment: TestPayment, { key, amount }: RefundAsked): TestAnswer<Refund> => {
  const done = refundUnder(payment, key)
  if (done) return { payment, answer: done }
  const left = money(sumOf(payment.captures) - sumOf(payment.refunds), payment.amount.currency)
  if (!fits(amount, left)) return { payment, answer: refused('amount_too_large', 'So much was not taken.') }
  return {
    payment: { ...payment, refunds: [...payment.refunds, { key, amount: amount.amount }] },
    answer: { type: 'refunded', refundId: `test_${key}`, amount },
  }
}

/** Gives up what isn't taken of an authorisation. */
export const releaseTestPayment = (payment: TestPayment): TestAnswer<Release> => ({
  payment: payment.status === 'declined' ? payment : { ...payment, status: 'over' },
  answer: { type: 'released' },
})

const fits = (amount: Money, left: Money): boolean =>
  amount.currency === left.currency &&
  Number.isSafeInteger(amount.amount) &&
  amount.amount > 0 &&
  amount.amount <= left.amount
