import { type Money, money } from '../money'
import { share } from './allot'
import { type DiscountCode, normalCode, type PricingTerms } from './pricing-terms'

export type DiscountRejection =
  | { readonly type: 'DiscountUnknown'; readonly discountCode: string }
  | { readonly type: 'DiscountNotYet'; readonly discountCode: string; readonly from: string }
  | { readonly type: 'DiscountOver'; readonly discountCode: string; readonly until: string }
  | {
      readonly type: 'DiscountOtherCurrency'
      readonly discountCode: string
      readonly currency: string
      readonly given: string
    }
  | {
      readonly type: 'DiscountMinimum'
      readonly discountCode: string
      readonly minimum: Money
      readonly goods: Money
    }

/** The code that was typed among a shop's, if there is one. */
export const discountNamed = (
  { discountCodes }: Pick<PricingTerms, 'discountCodes'>,
  typed: string,
): DiscountCode | undefined => {
  const code = normalCode(typed)
  return discountCodes.find((discount) => discount.code === code)
}

/** Why a code doesn't count for these goods at this moment; how often it was used is not asked here. */
export const whyNoDiscount = (
  discount: DiscountCode,
  goods: Money,
  at: string,
): DiscountRejection | undefined => {
  const { code: discountCode, worth, minimum, from, until } = discount
  if (from !== undefined && at < from) return { type: 'DiscountNotYet', discountCode, from }
  if (until !== undefined && at >= until) return { type: 'DiscountOver', discountCode, until }
  const currency = minimum?.currency ?? (worth.type === 'amount' ? worth.amount.currency : goods.currency)
  if (currency !== goods.currency) {
    return { type: 'DiscountOtherCurrency', discountCode, currency, given: goods.currency }
  }
  if (minimum && goods.amount < minimum.amount)
    return { type: 'DiscountMinimum', discountCode, minimum, goods }
  return undefined
}

/** What a code takes off goods: never more than they come to. */
export const discountOf = ({ worth }: DiscountCode, goods: Money): Money => {
  switch (worth.type) {
    case 'percent':
      return money(share(goods.amount, Math.min(worth.rate, 10_000), 10_000), goods.currency)
    case 'amount':
      return money(Math.min(worth.amount.amount, goods.amount), goods.currency)
    case 'freeShipping':
      return money(0, goods.currency)
  }
}
