import { formatMoney } from '@/components/shop/money-format'
import { isolated, named } from '@/components/ui/named'
import { exhaustive } from '@/lib/kit/kernel/exhaustive'
import type { CartEvent, CartRestored, LeftOut } from '@/lib/shop/cart/events'
import { nameOf, type ProductNames } from './product-names'

/** What happened, as one would tell it: "2 x Wireless Headphones added". */
export const sentence = (event: CartEvent, names: ProductNames): string => {
  switch (event.type) {
    case 'CartCreated':
      return 'Cart created'
    case 'ItemAdded':
      return `${event.data.quantity} x ${named(event.data.productName)} added`
    case 'ItemRemoved':
      return `${event.data.quantity} x ${nameOf(names, event.data.productId)} removed`
    case 'ItemQuantityChanged': {
      const { productId, oldQuantity, newQuantity } = event.data
      return `From ${oldQuantity} to ${newQuantity} x ${nameOf(names, productId)}`
    }
    case 'ItemRepriced': {
      const { productId, oldPrice, newPrice } = event.data
      return `${nameOf(names, productId)}: price from ${formatMoney(oldPrice)} to ${formatMoney(newPrice)}`
    }
    case 'CartRestored':
      return restoredSentence(event.data)
    case 'CartCheckedOut':
      return `Checked out for ${formatMoney(event.data.totalAmount)}`
    case 'CartAbandoned':
      return `Abandoned: ${isolated(event.data.reason)}`
    case 'CartReopened':
      return 'Cart taken up again'
    default:
      return exhaustive(event)
  }
}

/** "Cart restored to version 3: they called", "Undone: the cart is as at version 3". */
const restoredSentence = ({ toVersion, step, reason, leftOut = [] }: CartRestored['data']): string => {
  const done = step
    ? `${step === 'undo' ? 'Undone' : 'Redone'}: the cart is as at version ${toVersion}`
    : `Cart restored to version ${toVersion}`
  const without = leftOut.length > 0 ? `, ${withoutWords(leftOut)}` : ''
  // A step once had its own name for a reason.
  return `${done}${without}${reason === undefined || reason === step ? '' : `: ${isolated(reason)}`}`
}

const listed = new Intl.ListFormat('en', { type: 'conjunction' })

/** "without 2 x Oak Chair, which can’t be had any more" */
export const withoutWords = (leftOut: readonly LeftOut[]): string =>
  `without ${listed.format(leftOut.map(({ quantity, productName }) => `${quantity} x ${named(productName)}`))}, ` +
  'which can’t be had any more'
