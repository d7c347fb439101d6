import type { CartItem } from '@/lib/domain/cart/state'
import { times } from '@/lib/domain/money'
import { WhyQuantity } from '../compare/why-quantity'
import { formatCount, formatMoney } from '../ui/format'

/** One printed line: how many of what, and what they come to. */
export const ReceiptLine = ({ item }: { readonly item: CartItem }) => {
  const { productId, productName, quantity, unitPrice } = item
  return (
    <div className="flex items-baseline gap-3 py-2">
      <span>{formatCount(quantity)} ×</span>
      <span title={productName} className="wrap-anywhere line-clamp-3 min-w-0 flex-1 font-sans text-md">
        {productName}
      </span>
      <WhyQuantity productId={productId} productName={productName} />
      <span>{formatMoney(times(unitPrice, quantity))}</span>
    </div>
  )
}
