import type { OrderLine, OrderState } from '@/lib/shop/order/state'
import { formatCount } from '../../ui/format'
import { formatMoney } from '../money-format'

const fates = ({ cancelled, returning, returned }: OrderLine): string =>
  [
    [cancelled, 'cancelled'],
    [returning, 'coming back'],
    [returned, 'returned'],
  ]
    .filter(([pieces]) => Number(pieces) > 0)
    .map(([pieces, what]) => `${pieces} ${what}`)
    .join(', ')

/** What was ordered, and what each line comes to. */
export const MyOrderLines = ({ order }: { readonly order: OrderState }) => (
  <ul aria-label="Lines">
    {order.lines.map((line) => (
      <li key={line.lineId} className="flex items-baseline gap-4 border-line border-b py-3">
        <span className="font-mono text-muted text-sm tabular-nums">{formatCount(line.quantity)} ×</span>
        <span title={line.productName} className="wrap-anywhere line-clamp-3 min-w-0 flex-1 text-md">
          {line.productName}
          {fates(line) !== '' && <span className="block text-muted text-sm">{fates(line)}</span>}
        </span>
        <span className="font-mono text-sm tabular-nums">
          {formatMoney({ ...line.unitPrice, amount: line.quantity * line.unitPrice.amount })}
        </span>
      </li>
    ))}
  </ul>
)
