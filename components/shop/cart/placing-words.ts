import { exhaustive } from '@/lib/kit/kernel/exhaustive'
import type { PlacingRejection } from '@/lib/shop/cart/decide'
import { countryName } from '@/lib/shop/wire/countries'
import { formatMoney } from '../money-format'

const day = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeZone: 'UTC' })

/** Why no order can be placed of a cart, as a sentence for who wanted it. */
export const placingSentence = (rejection: PlacingRejection): string => {
  switch (rejection.type) {
    case 'OutOfStock':
      return rejection.available === 0
        ? `${rejection.productName} is sold out. Take it out of the cart to order the rest.`
        : `Only ${rejection.available} of ${rejection.productName} are left. Take the others out of the cart to order these.`
    case 'OrderTotalChanged':
      return `The order comes to ${formatMoney(rejection.amounts.total)} now, not to ${formatMoney(rejection.seen)}.`
    case 'NothingOrdered':
      return 'There is nothing in the cart to order.'
    case 'NotShippedTo':
      return `The shop doesn’t ship to ${countryName(rejection.country)} in ${rejection.currency}.`
    case 'DiscountUnknown':
      return `There is no discount code ${rejection.discountCode}.`
    case 'DiscountNotYet':
      return `The discount code ${rejection.discountCode} holds from ${day.format(new Date(rejection.from))} on.`
    case 'DiscountOver':
      return `The discount code ${rejection.discountCode} held until ${day.format(new Date(rejection.until))}.`
    case 'DiscountOtherCurrency':
      return `The discount code ${rejection.discountCode} is for orders in ${rejection.currency}.`
    case 'DiscountMinimum':
      return `The discount code ${rejection.discountCode} is for orders from ${formatMoney(rejection.minimum)} on.`
    case 'DiscountUsedUp':
      return `The discount code ${rejection.discountCode} was used as often as it could be.`
    case 'DiscountUsedBefore':
      return `You have used the discount code ${rejection.discountCode} as often as you may.`
    default:
      return exhaustive(rejection)
  }
}
