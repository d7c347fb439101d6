import type { CartItem } from '@/lib/shop/cart/state'
import { times } from '@/lib/shop/money'
import { formatCount } from '../../ui/format'
import { formatMoney } from '../money-format'
import type { LinePlace } from './line-places'
import { WhyQuantity } from './view/why-quantity'

interface ReceiptLineProps {
  readonly item: CartItem
  readonly place: LinePlace
}

/** One printed line: how many of what, and what they come to; at what price, where the product has other lines. */
export const ReceiptLine = ({ item, place: { key, name, others } }: ReceiptLineProps) => {
  const { productName, quantity, unitPrice } = item
  return (
    <div className="flex items-baseline gap-3 py-2">
      <span>{formatCount(quantity)} ×</span>
      <span title={productName} className="wrap-anywhere line-clamp-3 min-w-0 flex-1 font-sans text-md">
        {productName}
        {others > 0 && (
          <span className="whitespace-nowrap text-muted text-sm"> at {formatMoney(unitPrice)}</span>
        )}
      </span>
      <WhyQuantity key={key} item={item} name={name} isOnly={others === 0} />
      <span>{formatMoney(times(unitPrice, quantity))}</span>
    </div>
  )
}
