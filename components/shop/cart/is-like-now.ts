import { holdsTheSame } from '@/lib/shop/cart/restore'
import type { CartState } from '@/lib/shop/cart/state'

/** Does the cart hold now what it held then, whatever that costs? */
export const isLikeNow = (now: CartState, then: CartState): boolean => holdsTheSame(now.items, then.items)
