import { formatMoney } from '@/components/shop/money-format'
import { formatCount } from '@/components/ui/format'
import type { OrderState } from '@/lib/shop/order/state'

/** What came back or is announced to, and what was given back for it. */
export const OrderReturns = ({ order: { lines, refunds } }: { readonly order: OrderState }) => {
  const told = lines.flatMap(({ lineId, productName, returned, returning }) => [
    ...(returned > 0
      ? [{ key: `${lineId}-back`, productName, words: `${formatCount(returned)} came back` }]
      : []),
    ...(returning > 0
      ? [{ key: `${lineId}-coming`, productName, words: `${formatCount(returning)} announced` }]
      : []),
  ])
  if (told.length === 0 && refunds.length === 0) {
    return <p className="py-3 text-md text-muted">Nothing came back.</p>
  }
  return (
    <ul aria-label="Returns">
      {told.map(({ key, productName, words }) => (
        <li key={key} className="flex items-baseline justify-between gap-4 border-line border-b py-2.5">
          <span title={productName} className="wrap-anywhere line-clamp-2 min-w-0 text-md">
            {productName}
          </span>
          <span className="whitespace-nowrap text-muted text-sm">{words}</span>
        </li>
      ))}
      {refunds.map(({ refundId, amount, to }) => (
        <li key={refundId} className="flex items-baseline justify-between gap-4 border-line border-b py-2.5">
          <span className="text-md">{`Refund to ${to === 'card' ? 'the card' : 'store credit'}`}</span>
          <span className="font-mono text-sm tabular-nums">{formatMoney(amount)}</span>
        </li>
      ))}
    </ul>
  )
}
