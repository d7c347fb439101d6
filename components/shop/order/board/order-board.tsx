'use client'

import { useCallback, useState } from 'react'
import { cn } from '@/components/ui/cn'
import { ConnectionMark } from '@/components/ui/connection-mark'
import { VirtualList } from '@/components/ui/virtual-list'
import type { ShipOrders, ShipOrdersAnswer } from '@/lib/shop/order/wire/order-actions'
import type { ListedStatus, OrderListItem } from '@/lib/shop/order/wire/order-list'
import { Button } from '../../../ui/button'
import { boardColumns } from './board-columns'
import type { BoardPage } from './board-page'
import { BoardRow } from './board-row'
import { MoreOrders } from './more-orders'
import { NoOrders } from './no-orders'
import { NumberSearch } from './number-search'
import { ShipBar } from './ship-bar'
import { StatusTabs } from './status-tabs'
import { useBoard } from './use-board'

interface OrderBoardProps {
  readonly status: ListedStatus | undefined
  readonly first: BoardPage
  /** A number that no order has. */
  readonly missed: string | undefined
  readonly ship: (request: ShipOrders) => Promise<ShipOrdersAnswer>
}

/** After the last order at hand: more of them are read when it comes into view. */
const goesOn = 'more'

/** The orders by their status, newest first, live. What is confirmed and chosen is shipped together. */
export const OrderBoard = ({ status, first, missed, ship }: OrderBoardProps) => {
  const { orders, counts, link, hasMore, more, isError, refetch } = useBoard(status, first)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const choose = useCallback((orderId: string, isChosen: boolean) => {
    setChosen((before) => {
      const after = new Set(before)
      if (isChosen) after.add(orderId)
      else after.delete(orderId)
      return after
    })
  }, [])
  const shippable = orders.filter((order) => chosen.has(order.orderId) && canShip(order))
  const items: (OrderListItem | typeof goesOn)[] = hasMore ? [...orders, goesOn] : [...orders]
  const connection = link === 'shut' ? 'signedOut' : link
  return (
    <>
      <div className="mb-5 flex flex-wrap items-end justify-between gap-x-4 gap-y-2">
        <h1 className="mr-auto font-display text-5xl leading-none">Orders</h1>
        <NumberSearch missed={missed} />
        <p data-connection={connection} className="flex items-center gap-2 text-muted text-sm">
          <ConnectionMark connection={connection} />
        </p>
      </div>
      <StatusTabs status={status} counts={counts} />
      {isError && (
        <p role="alert" className="flex items-center gap-3 py-2 text-danger text-md">
          The orders could not be read.
          <Button size="sm" onClick={() => void refetch()}>
            Try again
          </Button>
        </p>
      )}
      {orders.length === 0 ? (
        <NoOrders status={status} />
      ) : (
        <section aria-label="Orders" className="@container flex min-h-0 flex-1 flex-col border-ink border-t">
          <div
            aria-hidden
            className={cn(boardColumns, 'border-line border-b py-2 text-muted text-sm @max-[52rem]:hidden')}
          >
            <span />
            <span>Order</span>
            <span>Customer</span>
            <span>Status</span>
            <span className="text-right">To ship</span>
            <span className="text-right">Outstanding</span>
            <span className="text-right">Total</span>
            <span className="text-right">Placed</span>
          </div>
          <VirtualList
            label="Orders"
            items={items}
            keyOf={(item) => (item === goesOn ? goesOn : item.orderId)}
            rowHeight={49}
            row={(item) =>
              item === goesOn ? (
                <MoreOrders count={orders.length} onSeen={more} />
              ) : (
                <BoardRow
                  order={item}
                  isChosen={chosen.has(item.orderId)}
                  onChoose={canShip(item) ? choose : undefined}
                />
              )
            }
          />
        </section>
      )}
      <ShipBar orders={shippable} ship={ship} onDone={() => setChosen(new Set())} />
    </>
  )
}

const canShip = ({ status, unshipped }: OrderListItem): boolean =>
  unshipped > 0 && (status === 'confirmed' || status === 'partlyShipped')
