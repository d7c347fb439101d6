import type { NotedPrice as Note } from '@/lib/shop/cart/client/price-notes'
import { formatMoney } from '../money-format'

/** That a line's price changed, or is about to. */
export const PriceNote = ({ note: { from, to, isDone } }: { readonly note: Note }) => (
  <p className="pt-1 text-muted text-xs">
    {isDone ? 'Price changed from ' : 'The price is about to change from '}
    {formatMoney(from)} to <span className="text-ink">{formatMoney(to)}</span>
    {isDone ? '.' : ', with what you do next.'}
  </p>
)
