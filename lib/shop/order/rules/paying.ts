import { accept, type Decision, reject } from '../../../kit/kernel/decider'
import { type Money, money } from '../../money'
import { heldOf } from '../balance'
import type { RecordAuthorisation, RecordCapture, RecordPaymentFailure, RecordRelease } from '../commands'
import type { AuthorisationReleased, PaymentAuthorised, PaymentFailed, PaymentReceived } from '../events'
import { currencyOf } from '../order-amounts-now'
import type { OrderState, Payment } from '../state'
import { type AmountRejection, whyNoAmount } from './amount'

export type PaymentRejection =
  | AmountRejection
  | { readonly type: 'PaymentUnknown'; readonly paymentId: string }
  /** The id stands for another amount. */
  | { readonly type: 'IdAlreadyUsed'; readonly id: string }
  | { readonly type: 'CaptureExceedsAuthorisation'; readonly available: Money; readonly requested: Money }
  | { readonly type: 'ReleaseExceedsAuthorisation'; readonly available: Money; readonly requested: Money }

/** What a provider did is recorded whatever became of the order: it is to be given back then. */
export const recordAuthorisation = (
  { type: _, ...data }: RecordAuthorisation,
  order: OrderState,
): Decision<PaymentAuthorised, PaymentRejection> => {
  const wrong = whyNoAmount(data.amount, order)
  if (wrong) return reject(wrong)
  const known = paymentOf(order, data.paymentId)
  if (!known) return accept({ type: 'PaymentAuthorised', data })
  return known.authorised === data.amount.amount
    ? accept()
    : reject({ type: 'IdAlreadyUsed', id: data.paymentId })
}

/** Never more than is held. */
export const recordCapture = (
  { type: _, ...data }: RecordCapture,
  order: OrderState,
): Decision<PaymentReceived, PaymentRejection> => {
  const { paymentId, captureId, amount } = data
  const wrong = whyNoAmount(amount, order)
  if (wrong) return reject(wrong)
  const payment = paymentOf(order, paymentId)
  if (!payment) return reject({ type: 'PaymentUnknown', paymentId })
  const known = payment.captures.find((capture) => capture.captureId === captureId)
  if (known) {
    return known.amount === amount.amount ? accept() : reject({ type: 'IdAlreadyUsed', id: captureId })
  }
  const available = money(heldOf(payment), currencyOf(order))
  if (amount.amount > available.amount) {
    return reject({ type: 'CaptureExceedsAuthorisation', available, requested: amount })
  }
  return accept({ type: 'PaymentReceived', data })
}

export const recordRelease = (
  { paymentId, amount }: RecordRelease,
  order: OrderState,
): Decision<AuthorisationReleased, PaymentRejection> => {
  const payment = paymentOf(order, paymentId)
  if (!payment) return reject({ type: 'PaymentUnknown', paymentId })
  const available = money(heldOf(payment), currencyOf(order))
  const requested = amount ?? available
  if (amount === undefined && available.amount === 0) return accept()
  const wrong = whyNoAmount(requested, order)
  if (wrong) return reject(wrong)
  if (requested.amount > available.amount) {
    return reject({ type: 'ReleaseExceedsAuthorisation', available, requested })
  }
  return accept({ type: 'AuthorisationReleased', data: { paymentId, amount: requested } })
}

export const recordFailure = ({ type: _, ...data }: RecordPaymentFailure): Decision<PaymentFailed, never> =>
  accept({ type: 'PaymentFailed', data })

const paymentOf = ({ payments }: OrderState, paymentId: string): Payment | undefined =>
  payments.find((payment) => payment.paymentId === paymentId)
