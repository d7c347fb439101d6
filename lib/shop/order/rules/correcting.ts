import { accept, type Decision, reject } from '../../../kit/kernel/decider'
import { isSameMoney, type Money } from '../../money'
import type { CorrectAmount } from '../commands'
import type { AmountCorrected } from '../events'
import { amountsOfLine, currencyOf } from '../order-amounts-now'
import type { OrderState } from '../state'

export type CorrectRejection =
  | { readonly type: 'ReasonMissing' }
  | { readonly type: 'OrderIsCancelled' }
  | { readonly type: 'OrderNotConfirmed' }
  | { readonly type: 'LineUnknown'; readonly lineId: string }
  | { readonly type: 'InvalidAmount'; readonly amount: Money }
  | { readonly type: 'OtherCurrency'; readonly currency: string; readonly given: string }
  /** It comes to another amount by now than was seen. */
  | { readonly type: 'AmountChanged'; readonly seen: Money; readonly actual: Money }

/** What a line or the shipping comes to, set right afterwards: before, the items are updated. */
export const correctAmount = (
  { corrects, oldAmount, newAmount, reason }: CorrectAmount,
  order: OrderState,
): Decision<AmountCorrected, CorrectRejection> => {
  if (order.status === 'cancelled') return reject({ type: 'OrderIsCancelled' })
  if (!order.isConfirmed) return reject({ type: 'OrderNotConfirmed' })
  if (reason.trim() === '') return reject({ type: 'ReasonMissing' })
  const part = corrects === 'shipping' ? order.amounts.shipping : amountsOfLine(order, corrects)
  if (!part) return reject({ type: 'LineUnknown', lineId: corrects })
  const currency = currencyOf(order)
  if (newAmount.currency !== currency) {
    return reject({ type: 'OtherCurrency', currency, given: newAmount.currency })
  }
  if (!Number.isSafeInteger(newAmount.amount) || newAmount.amount < 0) {
    return reject({ type: 'InvalidAmount', amount: newAmount })
  }
  if (!isSameMoney(part.total, oldAmount)) {
    return reject({ type: 'AmountChanged', seen: oldAmount, actual: part.total })
  }
  if (isSameMoney(oldAmount, newAmount)) return accept()
  return accept({ type: 'AmountCorrected', data: { corrects, oldAmount, newAmount, reason } })
}
