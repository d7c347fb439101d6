import type { OrderAmounts } from '../../amounts/amounts'
import { discountNamed } from '../../amounts/discount'
import type { PricingTerms } from '../../amounts/pricing-terms'
import { isLimited, type UseDiscount } from '../../discount/discount'

export interface DiscountUse {
  readonly code: string
  readonly command: UseDiscount
}

/** The use of a code that an order has to be counted with; undefined where it has none, or one that has no limits. */
export const discountUseOf = (
  terms: Pick<PricingTerms, 'discountCodes'>,
  { discountCode }: Pick<OrderAmounts, 'discountCode'>,
  use: Pick<UseDiscount, 'orderId' | 'customerId'>,
): DiscountUse | undefined => {
  const discount = discountCode === undefined ? undefined : discountNamed(terms, discountCode)
  if (!discount || !isLimited(discount)) return undefined
  const { code, limit, limitPerCustomer } = discount
  return { code, command: { type: 'UseDiscount', ...use, limits: { limit, limitPerCustomer } } }
}
