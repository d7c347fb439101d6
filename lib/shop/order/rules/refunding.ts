import { accept, type Decision, reject } from '../../../kit/kernel/decider'
import { isSameMoney, type Money, money } from '../../money'
import { paidOf } from '../balance'
import type { IssueRefund } from '../commands'
import type { RefundIssued, RefundPart } from '../events'
import { currencyOf } from '../order-amounts-now'
import type { OrderState, Payment } from '../state'
import { type AmountRejection, whyNoAmount } from './amount'

export type RefundRejection =
  | AmountRejection
  | { readonly type: 'ReasonMissing' }
  | { readonly type: 'IdAlreadyUsed'; readonly id: string }
  | { readonly type: 'RefundExceedsPaid'; readonly refundable: Money; readonly requested: Money }

/** The provider that payments by store credit are recorded under. */
const creditProvider = 'credit'

/** No more than was paid and not given back; to a card only what cards paid. */
export const issueRefund = (
  { refundId, amount, to, reason }: IssueRefund,
  order: OrderState,
): Decision<RefundIssued, RefundRejection> => {
  const wrong = whyNoAmount(amount, order)
  if (wrong) return reject(wrong)
  const known = order.refunds.find((refund) => refund.refundId === refundId)
  if (known) {
    const isDone = isSameMoney(known.amount, amount) && known.to === to
    return isDone ? accept() : reject({ type: 'IdAlreadyUsed', id: refundId })
  }
  if (reason.trim() === '') return reject({ type: 'ReasonMissing' })
  const payments = refundableFrom(order, to)
  const refundable = money(
    payments.reduce((sum, payment) => sum + paidOf(payment), 0),
    currencyOf(order),
  )
  if (amount.amount > refundable.amount) {
    return reject({ type: 'RefundExceedsPaid', refundable, requested: amount })
  }
  return accept({
    type: 'RefundIssued',
    data: { refundId, amount, to, reason, parts: partsOf(amount, payments) },
  })
}

/** What store credit paid goes back first where credit is given; a card takes back what cards paid alone. */
const refundableFrom = ({ payments }: OrderState, to: 'card' | 'credit'): readonly Payment[] => {
  const byCredit = payments.filter(({ provider }) => provider === creditProvider)
  const byCard = payments.filter(({ provider }) => provider !== creditProvider)
  return to === 'card' ? byCard : [...byCredit, ...byCard]
}

const partsOf = (amount: Money, payments: readonly Payment[]): readonly RefundPart[] => {
  let left = amount.amount
  const parts: RefundPart[] = []
  for (const payment of payments) {
    const part = Math.min(left, paidOf(payment))
    left -= part
    if (part > 0) parts.push({ paymentId: payment.paymentId, amount: money(part, amount.currency) })
  }
  return parts
}
