import type { LineNote } from '@/lib/shop/cart/client/price-notes'
import { formatMoney } from '../money-format'

/** That a line's price changed, or is about to; or that it is sold no more. */
export const PriceNote = ({ note }: { readonly note: LineNote }) => (
  <p className="pt-1 text-muted text-xs">
    {'isWithdrawn' in note ? (
      'Not sold any more: it is left out when you check out.'
    ) : (
      <>
        {note.isDone ? 'Price changed from ' : 'The price is about to change from '}
        {formatMoney(note.from)} to <span className="text-ink">{formatMoney(note.to)}</span>
        {note.isDone ? '.' : ', with what you do next.'}
      </>
    )}
  </p>
)
