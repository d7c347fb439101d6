import { ShoppingBasket } from 'lucide-react'
import type { CartRejection } from '@/lib/shop/cart/decide'
import type { CartEvent } from '@/lib/shop/cart/events'
import { type CartState, cartTotal } from '@/lib/shop/cart/state'
import type { StreamView } from '../../../player/view/stream-view'
import { formatMoney } from '../../money-format'
import { storyPage } from '../../story-page'
import { streamPage } from '../../stream-page'
import { kinds } from './kind'
import { namesOf, type ProductNames } from './product-names'
import { runSentence } from './run-sentence'
import { sentence } from './sentence'
import { weightOf } from './weight'

/** How carts are shown. */
export const cartView: StreamView<CartState, CartEvent, CartRejection, ProductNames> = {
  streamType: 'cart',
  noun: 'cart',
  owner: { name: 'shopper', icon: ShoppingBasket },
  beforeFirst: 'Put something in the cart: it is written down here the moment it happens, and stays.',
  apiPath: (cartId) => `/api/carts/${encodeURIComponent(cartId)}`,
  pageOf: streamPage,
  storyPageOf: storyPage,

  kinds,
  namesOf,
  sentence,
  runSentence,
  weightOf,
  // A restore tells of all that brought the cart back.
  versionBefore: (event) => (event.type === 'CartRestored' ? event.data.fromVersion : event.version - 1),
  changesOf: (product) => ({ type: 'changes', value: { type: 'named', name: 'quantity', of: product } }),

  figureOf: (cart) => formatMoney(cartTotal(cart)),

  loadStateView: async () => (await import('./cart-state-view')).cartStateView,
  loadSearchView: async () => (await import('./cart-search-view')).cartSearchView,
  loadWhatIfView: async () => (await import('./cart-what-if-view')).cartWhatIfView,
  testWriter: {
    folder: 'lib/shop/cart/',
    write: async ({ streamId: cartId, given, events }) =>
      (await import('@/lib/shop/cart/client/test-of-history')).testOfHistory({ cartId, given, events }),
  },
}
