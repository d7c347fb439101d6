import type { CartRejection } from '@/lib/shop/cart/decide'
import { rejectionSentence } from '../rejection-sentence'

/** The rule that refuses, said of a cart nobody is shopping with. */
export const refusalWords = (rejection: CartRejection, product: string | undefined): string => {
  switch (rejection.type) {
    case 'CartNotFound':
      return 'There is no cart yet at this point.'
    case 'CartAlreadyCheckedOut':
      return 'The cart is checked out by then and stays as it is.'
    case 'CartAbandoned':
      return 'The cart is abandoned by then and stays as it is.'
    case 'ProductNotFound':
      return `There is no ${product ?? 'such product'} in the cart at this point.`
    default:
      return rejectionSentence(rejection, product)
  }
}
