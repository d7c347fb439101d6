import { exhaustive } from '../../../kit/kernel/exhaustive'
import type { ProductEvent } from '../events'
import type { Listed } from './shelves'

/** What an event says of its product, whatever was said before. */
export const saidBy = (event: ProductEvent): Pick<Listed, 'listing' | 'isWithdrawn'> => {
  switch (event.type) {
    case 'ProductListed':
      return { listing: { group: undefined, ...event.data }, isWithdrawn: false }
    case 'ProductDescribed':
      return { listing: { group: undefined, ...event.data } }
    case 'ProductPriced':
      return { listing: { unitPrice: event.data.newPrice } }
    case 'ProductWithdrawn':
      return { listing: {}, isWithdrawn: true }
    case 'ProductBroughtBack':
      return { listing: {}, isWithdrawn: false }
    default:
      return exhaustive(event)
  }
}
