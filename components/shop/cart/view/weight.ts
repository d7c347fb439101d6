import { exhaustive } from '@/lib/kit/kernel/exhaustive'
import type { CartEvent, CartEventType } from '@/lib/shop/cart/events'
import type { Weight } from '../../../player/view/stream-view'

const rising = (rise: number): Weight => ({ rise, fall: 0 })
const falling = (fall: number): Weight => ({ rise: 0, fall })
const either: Weight = { rise: 0.5, fall: 0.5 }

/**
 * What is put in rises and what is taken out falls, by its units where the event is at hand; beginnings, returns and ends
 * bound the strip.
 */
export const weightOf = (type: CartEventType, event: CartEvent | undefined): Weight => {
  if (event?.type === 'ItemQuantityChanged') return signed(event.data.newQuantity - event.data.oldQuantity)
  if (event?.type === 'ItemRepriced')
    return event.data.newPrice.amount > event.data.oldPrice.amount ? rising(1) : falling(1)
  switch (type) {
    case 'ItemAdded':
      return rising(event?.type === type ? event.data.quantity : 1)
    case 'ItemRemoved':
      return falling(event?.type === type ? event.data.quantity : 1)
    case 'ItemQuantityChanged':
    case 'ItemRepriced':
      return either
    case 'CartCreated':
    case 'CartRestored':
    case 'CartCheckedOut':
    case 'CartAbandoned':
    case 'CartReopened':
      return 'bound'
    default:
      return exhaustive(type)
  }
}

const signed = (by: number): Weight => (by > 0 ? rising(by) : falling(-by))
