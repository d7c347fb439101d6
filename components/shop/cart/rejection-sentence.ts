import type { SeenChanged } from '@/lib/shop/cart/decide'
import type { CartRefusal } from '@/lib/shop/cart/wire/cart-answers'
import { isSameMoney } from '@/lib/shop/money'
import { sentenceCase } from '../../ui/sentence-case'
import { formatMoney } from '../money-format'
import { placingSentence } from './placing-words'

const fieldNames: Record<string, string> = { paymentMethod: 'payment method', zipCode: 'ZIP code' }

const listed = new Intl.ListFormat('en', { type: 'conjunction' })

/** Why the cart's rules refused a command, as a sentence for the person who sent it. */
export const rejectionSentence = (rejection: CartRefusal, product = 'this product'): string => {
  switch (rejection.type) {
    case 'MaxQuantityExceeded':
      return `At most ${rejection.max} of ${product} fit in one cart; that would have made ${rejection.requested}.`
    case 'InvalidQuantity':
      return `${rejection.quantity} is not a quantity: it takes a whole number from 1 up.`
    case 'InsufficientQuantity':
      return `Only ${rejection.available} of ${product} in the cart, so ${rejection.requested} can’t be taken out.`
    case 'ProductNotFound':
      return `${sentenceCase(product)} is no longer in the cart.`
    case 'ProductUnknown':
      return `The shop doesn’t have ${product} any more.`
    case 'ProductIsWithdrawn':
      return `${sentenceCase(product)} isn’t sold any more.`
    case 'CurrencyMismatch':
      return `This cart is in ${rejection.cart} and ${product} is sold in ${rejection.product}: one cart keeps one currency.`
    case 'PriceChanged':
      return `${sentenceCase(product)} costs ${formatMoney(rejection.actual)} now, not ${formatMoney(rejection.shown)}. Add it again at that price.`
    case 'SeenChanged':
      return notAsSeen(rejection)
    case 'CartEmpty':
      return 'There is nothing in the cart to check out.'
    case 'CheckoutIncomplete':
      return `Still missing: ${listed.format(rejection.missing.map((field) => fieldNames[field] ?? field))}.`
    case 'ReasonMissing':
      return 'This is only done with a reason.'
    case 'VersionNotFound':
      return `The cart can’t go back to version ${rejection.toVersion}: it has come to version ${rejection.headVersion}.`
    case 'CartNotFound':
      return 'This cart isn’t yours any more, or isn’t there. Reload to go on.'
    case 'CartAlreadyExists':
      return 'This cart was begun already.'
    case 'CartAlreadyCheckedOut':
      return 'This cart is checked out and stays as it is. The next thing you add begins a new one.'
    case 'CartAbandoned':
      return 'This cart was abandoned and stays as it is. The next thing you add begins a new one.'
    case 'ConcurrencyConflict':
      return `The cart moved on from version ${rejection.expected} to ${rejection.actual} meanwhile. Try again.`
    case 'CommandIdReused':
      return 'The shop took this for something it was asked before, and did nothing. Try again.'
    case 'Malformed':
      return `The shop could not read this: ${listed.format(rejection.fields)}. Reload and try again.`
    default:
      return placingSentence(rejection)
  }
}

const notAsSeen = ({ seen, actual }: SeenChanged): string =>
  isSameMoney(seen.total, actual.total)
    ? `It changed since you saw it, from version ${seen.version} to ${actual.version}, and comes to the same.`
    : `It is no longer as you saw it: it comes to ${formatMoney(actual.total)} now, not ${formatMoney(seen.total)}.`
