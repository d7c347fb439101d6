import type { CartState } from '@/lib/shop/cart/state'
import type { StateView } from '../../../player/view/state-view'
import { moneyHint } from '../../money-hint'
import { byProduct } from './by-product'
import { WordsView } from './words-view'

/** How carts are read, and held against each other. */
export const cartStateView: StateView<CartState> = {
  Difference: WordsView,
  keyOf: byProduct,
  hintOf: moneyHint,
}
