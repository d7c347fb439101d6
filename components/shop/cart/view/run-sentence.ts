import { formatMoney } from '@/components/shop/money-format'
import { formatCount } from '@/components/ui/format'
import { named } from '@/components/ui/named'
import { exhaustive } from '@/lib/kit/kernel/exhaustive'
import type { CartEvent } from '@/lib/shop/cart/events'
import { nameOf, type ProductNames } from './product-names'

/** What happened again and again, told by the first and the last of so many events of one kind. */
export const runSentence = (
  count: number,
  first: CartEvent,
  last: CartEvent,
  names: ProductNames,
): string => {
  const times = `${formatCount(count)} times`
  switch (last.type) {
    case 'CartCreated':
      return `Cart created ${times}`
    case 'ItemAdded':
      return `${named(last.data.productName)} added ${times}`
    case 'ItemRemoved':
      return `${nameOf(names, last.data.productId)} removed ${times}`
    case 'ItemQuantityChanged': {
      const { productId, newQuantity } = last.data
      const from = first.type === last.type ? `${first.data.oldQuantity} ` : ''
      return `${nameOf(names, productId)} ${from}→ ${newQuantity} in ${formatCount(count)} changes`
    }
    case 'ItemRepriced': {
      const { productId, newPrice } = last.data
      return `${nameOf(names, productId)} repriced ${times}, at last to ${formatMoney(newPrice)}`
    }
    case 'CartRestored':
      return `Cart restored ${times}, at last to version ${last.data.toVersion}`
    case 'CartCheckedOut':
      return `Checked out ${times}`
    case 'CartAbandoned':
      return `Abandoned ${times}`
    case 'CartReopened':
      return `Cart taken up again ${times}`
    default:
      return exhaustive(last)
  }
}
