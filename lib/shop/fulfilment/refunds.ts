import { runEffect } from '../../kit/processes/reactions'
import type { FulfilmentInput, Reactions } from './inputs'

/** An order that tells of a refund has it done: back to the cards that paid, or into store credit. */
export const sendRefund = (event: FulfilmentInput): Reactions => {
  if (event.type !== 'RefundIssued') return []
  const { streamId: orderId } = event
  const { refundId, amount, to, reason, parts } = event.data
  if (to === 'credit') {
    return [runEffect('refund', 'credit-refund', { orderId, refundId, amount: amount.amount, reason })]
  }
  return parts.map(({ paymentId, amount }) =>
    runEffect(`refund/${paymentId}`, 'payment-refund', {
      orderId,
      refundId,
      paymentId,
      amount: amount.amount,
    }),
  )
}
