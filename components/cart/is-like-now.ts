import { lineChanges } from '@/lib/domain/cart/line-changes'
import type { CartState } from '@/lib/domain/cart/state'

/** Does the cart hold now what it held then? */
export const isLikeNow = (now: CartState, then: CartState): boolean =>
  lineChanges(now.items, then.items).length === 0
