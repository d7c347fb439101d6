import type { CheckoutOutlook } from '@/lib/shop/cart/client/use-checkout-amounts'
import { lineKey } from '@/lib/shop/cart/lines'
import type { CartState } from '@/lib/shop/cart/state'
import { times } from '@/lib/shop/money'
import { formatCount } from '../../ui/format'
import { formatMoney } from '../money-format'
import { AmountRows } from '../order-amounts'
import { rejectionSentence } from './rejection-sentence'

interface CheckoutSummaryProps {
  readonly cart: CartState
  readonly outlook: CheckoutOutlook
}

/** What is about to be ordered, and what it comes to. */
export const CheckoutSummary = ({ cart, outlook }: CheckoutSummaryProps) => {
  const { amounts, refusal, isUnreachable } = outlook
  return (
    <section aria-label="What it comes to" className="grid content-start gap-4">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys */}
      <ul aria-label="Lines" tabIndex={0} className="scroll-quiet max-h-[30dvh] overflow-y-auto text-md">
        {cart.items.map((item) => (
          <li key={lineKey(item)} className="flex items-baseline gap-3 border-line border-b py-2">
            <span className="font-mono text-muted text-sm tabular-nums">{formatCount(item.quantity)} ×</span>
            <span className="line-clamp-2 min-w-0 flex-1 wrap-anywhere" title={item.productName}>
              {item.productName}
            </span>
            <span className="font-mono text-sm tabular-nums">
              {formatMoney(times(item.unitPrice, item.quantity))}
            </span>
          </li>
        ))}
      </ul>
      {amounts && <AmountRows amounts={amounts} />}
      <p role="status" className="text-md empty:hidden">
        {refusal && !refusal.type.startsWith('Discount') ? (
          <span className="text-danger">{rejectionSentence(refusal)}</span>
        ) : (
          isUnreachable && 'Shipping and tax are told once the shop can be reached.'
        )}
      </p>
    </section>
  )
}
