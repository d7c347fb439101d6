import type { CartItem } from '@/lib/domain/cart/state'
import { times } from '@/lib/domain/money'
import { formatCount, formatMoney } from '../ui/format'

/** One printed line: how many of what, and what they come to. */
export const ReceiptLine = ({ item: { quantity, productName, unitPrice } }: { readonly item: CartItem }) => (
  <p className="flex items-baseline gap-3 py-2">
    <span>{formatCount(quantity)} ×</span>
    <span className="wrap-anywhere min-w-0 flex-1 font-sans text-sm">{productName}</span>
    <span>{formatMoney(times(unitPrice, quantity))}</span>
  </p>
)
