import type { Money } from '../../money'
import { currencyOf } from '../order-amounts-now'
import type { OrderState } from '../state'

export type AmountRejection =
  | { readonly type: 'InvalidAmount'; readonly amount: Money }
  | { readonly type: 'OtherCurrency'; readonly currency: string; readonly given: string }

/** Amounts that move are whole minor units of the order's currency, and more than none. */
export const whyNoAmount = (amount: Money, order: OrderState): AmountRejection | undefined => {
  const currency = currencyOf(order)
  if (amount.currency !== currency) return { type: 'OtherCurrency', currency, given: amount.currency }
  return Number.isSafeInteger(amount.amount) && amount.amount > 0
    ? undefined
    : { type: 'InvalidAmount', amount }
}
