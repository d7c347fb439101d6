import type { CartState } from '@/lib/shop/cart/state'
import { count } from '../../ui/format'
import { Time } from '../../ui/time'
import { LineList } from './line-list'
import { ReceiptLine } from './receipt-line'

interface AbandonedCartProps {
  readonly cart: CartState
  readonly reason: string
  readonly at: string
}

/** A cart that was left behind: what was in it, and why. */
export const AbandonedCart = ({ cart, reason, at }: AbandonedCartProps) => (
  <div className="flex min-h-0 flex-1 flex-col px-4 pt-5 sm:px-6">
    <p className="font-display text-3xl leading-tight">Left behind.</p>
    <blockquote className="wrap-anywhere pt-2 font-display text-xl text-kind-plum italic leading-snug">
      “{reason}”
    </blockquote>
    <p className="pt-2 pb-4 text-sm text-muted">
      <Time iso={at} format="full" />, with {count(cart.items.length, 'line')} in it
    </p>
    <div className="flex min-h-0 flex-1 flex-col border-line border-t font-mono text-sm text-muted tabular-nums">
      <LineList
        items={cart.items}
        lineHeight={40}
        line={(item, place) => <ReceiptLine item={item} place={place} />}
      />
    </div>
  </div>
)
