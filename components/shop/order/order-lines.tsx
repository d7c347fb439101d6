import type { OrderLine, OrderState } from '@/lib/shop/order/state'
import { formatCount } from '../../ui/format'
import { formatMoney } from '../money-format'
import { LineAmount } from './line-amount'

/** What became of a line's pieces: "2 shipped, 1 returned". */
const journey = ({ quantity, cancelled, shipped, delivered, returning, returned }: OrderLine): string => {
  const told: [number, string][] = [
    [cancelled, 'cancelled'],
    [shipped - delivered, 'under way'],
    [delivered - returned, 'delivered'],
    [returning, 'announced to come back'],
    [returned, 'returned'],
  ]
  const parts = told
    .filter(([pieces]) => pieces > 0)
    .map(([pieces, what]) => `${formatCount(pieces)} ${what}`)
  const waiting = quantity - cancelled - shipped
  if (parts.length > 0 && waiting > 0) parts.unshift(`${formatCount(waiting)} to ship`)
  return parts.join(', ')
}

/** The lines of an order, what each comes to, and what became of its pieces. */
export const OrderLines = ({ order }: { readonly order: OrderState }) => (
  <ul aria-label="Lines">
    {order.lines.map((line) => (
      <li key={line.lineId} className="border-line border-b py-3">
        <div className="flex items-baseline gap-4">
          <span
            title={line.productName}
            className="wrap-anywhere line-clamp-3 min-w-0 flex-1 text-md leading-snug"
          >
            {line.productName}
          </span>
          <LineAmount order={order} line={line} />
        </div>
        <p className="flex flex-wrap gap-x-3 pt-1 font-mono text-muted text-sm tabular-nums">
          <span>
            <span className="text-ink">{formatCount(line.quantity)}</span> × {formatMoney(line.unitPrice)}
          </span>
          <span className="font-sans">{journey(line)}</span>
        </p>
      </li>
    ))}
  </ul>
)
