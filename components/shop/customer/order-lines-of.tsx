import Link from 'next/link'
import type { OrderListItem } from '@/lib/shop/order/wire/order-list'
import { textLinkStyle } from '../../ui/link-style'
import { Time } from '../../ui/time'
import { formatMoney } from '../money-format'
import { orderPage } from '../order/order-page'
import { OrderStatusMark } from '../order/order-status'

/** A customer's orders, those placed last first. */
export const OrderLinesOf = ({ orders }: { readonly orders: readonly OrderListItem[] }) => (
  <ul className="divide-y divide-line">
    {orders.map(({ orderId, number, status, total, placedAt }) => (
      <li key={orderId} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 py-3">
        <Link href={orderPage(orderId)} prefetch={false} className={textLinkStyle}>
          <span className="font-mono text-sm">{number}</span>
        </Link>
        <OrderStatusMark status={status} />
        <span className="ml-auto font-mono text-sm tabular-nums">{formatMoney(total)}</span>
        <span className="font-mono text-muted text-sm tabular-nums">
          <Time iso={placedAt} format="full" />
        </span>
      </li>
    ))}
  </ul>
)
