import { type CartState, cartTotal } from '@/lib/shop/cart/state'
import { money } from '@/lib/shop/money'
import type { Beside } from '../../../player/view/what-if-view'
import { formatDifference, formatMoney } from '../../money-format'

/** What a cart comes to after a step of a branch, and by how much that is another total than the true one. */
export const StepTotal = ({ branch, truth }: Beside<CartState>) => {
  const [total, trueTotal] = [cartTotal(branch), cartTotal(truth)]
  // An empty cart has no currency of its own.
  const { currency } = branch.items.length > 0 ? total : trueTotal
  const difference = money(total.amount - trueTotal.amount, currency)
  return (
    <span className="whitespace-nowrap text-right font-mono text-xs tabular-nums leading-snug">
      <span className="sr-only">Total </span>
      {formatMoney(money(total.amount, currency))}
      {difference.amount !== 0 && (
        <span className="block text-xs text-ink">
          <span className="sr-only">against truth </span>
          {formatDifference(difference)}
        </span>
      )}
    </span>
  )
}
