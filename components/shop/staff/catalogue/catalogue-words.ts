import { exhaustive } from '@/lib/kit/kernel/exhaustive'
import type { ProductActionAnswer } from '@/lib/shop/product/wire/product-answers'
import { count } from '../../../ui/format'

type NotDone = Exclude<ProductActionAnswer, { type: 'accepted' }>

/** Why the catalogue was not changed, as a sentence for who wanted it. */
export const catalogueWords = (answer: NotDone): string => {
  if (answer.type === 'signedOut') return 'You are no longer signed in. Sign in and try again.'
  const { rejection } = answer
  switch (rejection.type) {
    case 'NameMissing':
      return 'A product needs a name.'
    case 'PriceNegative':
      return 'Nothing costs less than nothing.'
    case 'ProductNotListed':
      return 'The catalogue doesn’t have this product.'
    case 'ProductAlreadyListed':
      return `There is a product ${rejection.productId} already. Take another id.`
    case 'InvalidQuantity':
      return 'That is no number of pieces.'
    case 'OutOfStock':
      return `There ${rejection.available === 1 ? 'is' : 'are'} only ${count(rejection.available, 'piece')} that no order was promised.`
    case 'BelowReserved':
      return `${count(rejection.reserved, 'piece')} are promised to orders. Cancel one of those first, or count again.`
    case 'StockNotCounted':
      return 'Nobody counts this product yet.'
    case 'NotAllowed':
      return 'The catalogue is for staff to keep.'
    case 'ConcurrencyConflict':
      return 'Somebody else changed it meanwhile. Reload and try again.'
    case 'CommandIdReused':
      return 'The shop took this for something it was asked before, and did nothing. Try again.'
    case 'Malformed':
      return `The shop could not read this: ${rejection.fields.join(', ')}.`
    default:
      return exhaustive(rejection)
  }
}
