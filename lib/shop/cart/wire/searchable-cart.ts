import { type SearchableType, searchable } from '../../../kit/wire/searchable-type'
import { cartStreamType } from '../cart-stream'
import type { CartEvent } from '../events'
import type { CartState } from '../state'
import { cartVocabulary } from './cart-vocabulary'

/** Carts with what their histories can be asked: events by their products, states by the cart's vocabulary. */
export const searchableCart: SearchableType<CartState, CartEvent> = searchable(
  cartStreamType,
  {
    CartCreated: true,
    ItemAdded: true,
    ItemRemoved: true,
    ItemQuantityChanged: true,
    ItemRepriced: true,
    CartRestored: true,
    CartCheckedOut: true,
    CartAbandoned: true,
    CartReopened: true,
  },
  {
    vocabulary: cartVocabulary,
    subjects: {
      field: 'product',
      subjectOf: ({ data }) => ('productId' in data ? data.productId : undefined),
      nameIn: ({ data }) => ('productName' in data ? data.productName : undefined),
    },
  },
)
