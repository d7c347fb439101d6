import { type CartState, cartTotal } from '@/lib/shop/cart/state'
import { type Money, money } from '@/lib/shop/money'
import type { Compared } from '../../../player/view/state-view'

export interface ComparedTotals {
  readonly was: Money
  readonly is: Money
  /** Undefined between two currencies. */
  readonly difference: Money | undefined
}

/**
 * What two versions of a cart come to. One without lines comes to nothing in the other's currency; where neither has any
 * there is nothing to tell.
 */
export const comparedTotals = ({ before, after }: Compared<CartState>): ComparedTotals | undefined => {
  const [had, has] = [before, after].map((cart) => (cart.items.length > 0 ? cartTotal(cart) : undefined))
  const currency = (has ?? had)?.currency
  if (currency === undefined) return undefined
  const was = had ?? money(0, currency)
  const is = has ?? money(0, currency)
  const isSameCurrency = was.currency === is.currency
  return { was, is, difference: isSameCurrency ? money(is.amount - was.amount, currency) : undefined }
}
