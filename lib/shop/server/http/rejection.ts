import type { HttpRefusal } from '../../../kit/server/http/refusal'
import type { CommandIdReused, ConcurrencyConflict } from '../../../kit/wire/answers'
import type { CartRejection } from '../../cart/decide'
import { deliveryDetail } from './delivery-detail'
import { inMinorUnits, placingDetail } from './placing-detail'
import { refuse } from './refusal'

type Rejection = CartRejection | ConcurrencyConflict | CommandIdReused

/** What the rules refused, with its data. */
export const refuseBy = (rejection: Rejection): HttpRefusal => {
  const { type, ...data } = rejection
  return refuse(statusOf(type), type, detailOf(rejection), { data })
}

const statusOf = (type: Rejection['type']): number => {
  if (type === 'CartNotFound' || type === 'VersionNotFound') return 404
  return conflicts.has(type) ? 409 : 422
}

/** It would have been right on what the sender knew, which is no longer so. */
const conflicts: ReadonlySet<Rejection['type']> = new Set([
  'CartAlreadyExists',
  'ConcurrencyConflict',
  'OrderTotalChanged',
  'OutOfStock',
  'PriceChanged',
  'SeenChanged',
])

const detailOf = (rejection: Rejection): string => {
  switch (rejection.type) {
    case 'CartNotFound':
      return 'There is no such cart, or it is not yours to see.'
    case 'CartAlreadyExists':
      return 'This cart exists already; go on with it or create another.'
    case 'CartAlreadyCheckedOut':
      return 'This cart was checked out and no longer changes; create a new one.'
    case 'CartAbandoned':
      return 'This cart was abandoned and no longer changes; create a new one.'
    case 'ProductNotFound':
      return `The cart has no product ${rejection.productId}; add it first.`
    case 'ProductUnknown':
      return `The catalogue has no product ${rejection.productId}; see /api/products.`
    case 'ProductIsWithdrawn':
      return `The product ${rejection.productId} is withdrawn; see /api/products for those that are sold.`
    case 'InvalidQuantity':
      return `${rejection.quantity} is no quantity; ask for a whole number from 1 on.`
    case 'InsufficientQuantity':
      return `The cart has ${rejection.available} of it, fewer than the ${rejection.requested} to remove.`
    case 'MaxQuantityExceeded':
      return `A cart takes at most ${rejection.max} of a product; this would make ${rejection.requested}.`
    case 'CurrencyMismatch':
      return `The cart is in ${rejection.cart}, the product in ${rejection.product}; use a cart for each currency.`
    case 'PriceChanged': {
      const [actual, shown] = [rejection.actual, rejection.shown].map(inMinorUnits)
      return `${rejection.productId} costs ${actual}, not ${shown}; add it at its price, or let it be.`
    }
    case 'SeenChanged': {
      const { actual, seen } = rejection
      return `The cart is at version ${actual.version} and comes to ${inMinorUnits(actual.total)}, not at version ${seen.version} and ${inMinorUnits(seen.total)}; read what is new and decide again.`
    }
    case 'CartEmpty':
      return 'The cart is empty; add something before checking out.'
    case 'CheckoutIncomplete':
      return `These are missing to check out: ${rejection.missing.join(', ')}.`
    case 'ReasonMissing':
      return 'Give a reason; the log keeps it.'
    case 'VersionNotFound':
      return `The cart can go back to versions 1 to ${rejection.headVersion}, not to ${rejection.toVersion}.`
    case 'ConcurrencyConflict':
    case 'CommandIdReused':
      return deliveryDetail('The cart is', rejection)
    default:
      return placingDetail(rejection)
  }
}
