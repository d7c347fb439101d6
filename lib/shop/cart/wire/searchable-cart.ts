import type { SearchableType } from '../../../kit/wire/searchable-type'
import { cartStreamType } from '../cart-stream'
import type { CartEvent, CartEventType } from '../events'
import type { CartState } from '../state'
import { cartVocabulary } from './cart-vocabulary'

const names: Readonly<Record<CartEventType, true>> = {
  CartCreated: true,
  ItemAdded: true,
  ItemRemoved: true,
  ItemQuantityChanged: true,
  ItemRepriced: true,
  CartRestored: true,
  CartCheckedOut: true,
  CartAbandoned: true,
}

/** Carts with what their histories can be asked: events by their products, states by the cart's vocabulary. */
export const searchableCart: SearchableType<CartState, CartEvent> = {
  ...cartStreamType,
  eventNames: Object.keys(names) as readonly CartEventType[],
  vocabulary: cartVocabulary,
  subjects: {
    field: 'product',
    subjectOf: ({ data }) => ('productId' in data ? data.productId : undefined),
    nameIn: ({ data }) => ('productName' in data ? data.productName : undefined),
  },
}
