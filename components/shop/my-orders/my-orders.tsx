'use client'

import Link from 'next/link'
import type { OrderPage } from '@/lib/shop/order/wire/order-list'
import { Button } from '../../ui/button'
import { count } from '../../ui/format'
import { Time } from '../../ui/time'
import { formatMoney } from '../money-format'
import { OrderStatusMark } from '../order/order-status'
import { useMyOrders } from './use-my-orders'

interface MyOrdersProps {
  readonly customerId: string
  readonly first: OrderPage
}

/** A customer's orders, newest first, and how far each is. */
export const MyOrders = ({ customerId, first }: MyOrdersProps) => {
  const { orders, hasMore, showMore } = useMyOrders(customerId, first)
  if (orders.length === 0) {
    return (
      <div className="py-16 text-center">
        <p className="font-display text-3xl">No orders yet</p>
        <p className="mx-auto mt-2 max-w-sm text-balance text-md text-muted">
          The first stands here as soon as you have checked out.
        </p>
      </div>
    )
  }
  return (
    <>
      <ul aria-label="Orders" className="border-ink border-t">
        {orders.map(({ orderId, number, status, itemCount, total, placedAt }) => (
          <li key={orderId} className="border-line border-b">
            <Link
              href={`/account/orders/${orderId}`}
              className="grid grid-cols-[1fr_auto] items-baseline gap-x-4 gap-y-1 py-4 hover:bg-sunken focus-visible:-outline-offset-2 sm:grid-cols-[9rem_1fr_8rem_7rem]"
            >
              <span className="font-mono text-md">{number}</span>
              <span className="max-sm:order-3 text-muted text-sm">
                {count(itemCount, 'item')} · <Time iso={placedAt} format="full" />
              </span>
              <span className="max-sm:order-4 max-sm:text-right">
                <OrderStatusMark status={status} />
              </span>
              <span className="text-right font-mono text-md tabular-nums max-sm:order-2">
                {formatMoney(total)}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {hasMore && (
        <Button className="mt-6" onClick={showMore}>
          Earlier orders
        </Button>
      )}
    </>
  )
}
