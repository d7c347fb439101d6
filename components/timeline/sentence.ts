import { formatMoney } from '@/components/ui/format'
import { isolated, named } from '@/components/ui/named'
import type { CartEvent } from '@/lib/domain/cart/events'
import { exhaustive } from '@/lib/kernel/exhaustive'
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
      return `Cart restored to version ${event.data.toVersion}: ${isolated(event.data.reason)}`
    case 'CartCheckedOut':
      return `Checked out for ${formatMoney(event.data.totalAmount)}`
    case 'CartAbandoned':
      return `Abandoned: ${isolated(event.data.reason)}`
    default:
      return exhaustive(event)
  }
}
