import { exhaustive } from '../../../kit/kernel/exhaustive'
import type { PlacingRejection } from '../../cart/decide'
import type { Money } from '../../money'

/** As the data has it; what a sender calls a currency need not be one. */
export const inMinorUnits = ({ amount, currency }: Money): string => `${amount} ${currency} (minor units)`

/** Why no order can be placed of a cart. */
export const placingDetail = (rejection: PlacingRejection): string => {
  switch (rejection.type) {
    case 'OutOfStock':
      return `Of ${rejection.productId} there are ${rejection.available} left; order no more of it.`
    case 'OrderTotalChanged':
      return `The order comes to ${inMinorUnits(rejection.amounts.total)}, not to ${inMinorUnits(rejection.seen)}; see its amounts and decide again.`
    case 'NothingOrdered':
      return 'There is nothing to order; add something before checking out.'
    case 'NotShippedTo':
      return `The shop does not ship to ${rejection.country} in ${rejection.currency}.`
    case 'DiscountUnknown':
      return `There is no discount code ${rejection.discountCode}.`
    case 'DiscountNotYet':
      return `The discount code ${rejection.discountCode} holds from ${rejection.from} on.`
    case 'DiscountOver':
      return `The discount code ${rejection.discountCode} held until ${rejection.until}.`
    case 'DiscountOtherCurrency':
      return `The discount code ${rejection.discountCode} is for orders in ${rejection.currency}, not in ${rejection.given}.`
    case 'DiscountMinimum':
      return `The discount code ${rejection.discountCode} is for goods of ${inMinorUnits(rejection.minimum)} at least.`
    case 'DiscountUsedUp':
      return `The discount code ${rejection.discountCode} was used ${rejection.limit} times, and may be used no more.`
    case 'DiscountUsedBefore':
      return `A customer may use the discount code ${rejection.discountCode} ${rejection.limitPerCustomer} times, and this one has.`
    default:
      return exhaustive(rejection)
  }
}
