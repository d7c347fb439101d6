import Link from 'next/link'
import { memo } from 'react'
import { formatMoney } from '@/components/shop/money-format'
import { cn } from '@/components/ui/cn'
import { formatCount } from '@/components/ui/format'
import { textLinkStyle } from '@/components/ui/link-style'
import { ShortId } from '@/components/ui/short-id'
import { Time } from '@/components/ui/time'
import type { OrderListItem } from '@/lib/shop/order/wire/order-list'
import { orderPage } from '../order-page'
import { OrderStatusMark } from '../order-status'
import { boardColumns } from './board-columns'
import { outstandingWords } from './outstanding-words'

interface BoardRowProps {
  readonly order: OrderListItem
  readonly isChosen: boolean
  /** Left out where there is nothing to ship. */
  readonly onChoose: ((orderId: string, isChosen: boolean) => void) | undefined
}

/** One order of the board: a line of the ledger, two where there is no room. */
export const BoardRow = memo(({ order, isChosen, onChoose }: BoardRowProps) => {
  const { orderId, number, customerId, status, unshipped, total, placedAt } = order
  return (
    <div
      className={cn(
        boardColumns,
        'relative min-h-12 py-2 hover:bg-card @max-[52rem]:grid-cols-[1.5rem_minmax(0,1fr)_auto] @max-[52rem]:gap-x-3',
        isChosen && 'bg-sunken',
      )}
    >
      <span className="relative z-10 flex size-6 items-center justify-center @max-[52rem]:row-span-2 pointer-coarse:-mx-2.5 pointer-coarse:size-11">
        {onChoose && (
          <input
            type="checkbox"
            checked={isChosen}
            onChange={({ target }) => onChoose(orderId, target.checked)}
            aria-label={`Choose ${number}`}
            className="size-4 accent-(--accent)"
          />
        )}
      </span>
      <Link
        href={orderPage(orderId)}
        prefetch={false}
        className={`${textLinkStyle} whitespace-nowrap font-mono text-sm after:absolute after:inset-0`}
      >
        {number}
      </Link>
      <span className="min-w-0 truncate text-muted @max-[52rem]:hidden">
        <ShortId id={customerId} />
      </span>
      <span className="@max-[52rem]:col-start-2 @max-[52rem]:row-start-2">
        <OrderStatusMark status={status} />
      </span>
      <span className="text-right font-mono text-sm tabular-nums @max-[52rem]:hidden">
        {unshipped > 0 ? formatCount(unshipped) : ''}
      </span>
      <span className="text-right font-mono text-sm tabular-nums @max-[52rem]:hidden">
        {outstandingWords(order)}
      </span>
      <span className="text-right font-mono text-sm tabular-nums @max-[52rem]:col-start-3 @max-[52rem]:row-start-1">
        {formatMoney(total)}
      </span>
      <span className="text-right font-mono text-muted text-sm tabular-nums @max-[52rem]:col-start-3 @max-[52rem]:row-start-2 @max-[52rem]:text-xs">
        <Time iso={placedAt} format="full" />
      </span>
    </div>
  )
})
