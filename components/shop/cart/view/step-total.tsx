import { type CartState, cartTotal } from '@/lib/shop/cart/state'
import { money } from '@/lib/shop/money'
import type { Beside } from '../../../player/view/what-if-view'
import { StepAmount } from '../../step-amount'

/** What a cart comes to after a step of a branch, beside truth. */
export const StepTotal = ({ branch, truth }: Beside<CartState>) => {
  const [total, trueTotal] = [cartTotal(branch), cartTotal(truth)]
  // An empty cart has no currency of its own.
  const { currency } = branch.items.length > 0 ? total : trueTotal
  return <StepAmount name="Total" branch={money(total.amount, currency)} truth={trueTotal} />
}
