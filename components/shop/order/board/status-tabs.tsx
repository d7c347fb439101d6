import Link from 'next/link'
import { cn } from '@/components/ui/cn'
import { formatCount } from '@/components/ui/format'
import { type ListedStatus, type OrderCounts, orderStatuses } from '@/lib/shop/order/wire/order-list'
import { orderStatusNames } from '../status-names'
import { boardHref } from './board-href'

interface StatusTabsProps {
  readonly status: ListedStatus | undefined
  readonly counts: OrderCounts | undefined
}

/** The statuses, with how many orders there are of each. */
export const StatusTabs = ({ status, counts }: StatusTabsProps) => {
  const all = counts && Object.values(counts).reduce((sum, count) => sum + count, 0)
  return (
    <nav aria-label="Statuses" className="scroll-quiet -mx-1.5 mb-3 flex shrink-0 gap-x-1 overflow-x-auto">
      <Tab href={boardHref(undefined)} name="All" count={all} isChosen={status === undefined} />
      {orderStatuses.map((each) => (
        <Tab
          key={each}
          href={boardHref(each)}
          name={orderStatusNames[each]}
          count={counts?.[each]}
          isChosen={status === each}
        />
      ))}
    </nav>
  )
}

interface TabProps {
  readonly href: string
  readonly name: string
  readonly count: number | undefined
  readonly isChosen: boolean
}

const Tab = ({ href, name, count, isChosen }: TabProps) => (
  <Link
    href={href}
    prefetch={false}
    aria-current={isChosen ? 'page' : undefined}
    className={cn(
      'inline-flex min-h-9 items-center gap-2 whitespace-nowrap rounded-md px-2 text-md pointer-coarse:min-h-11',
      isChosen ? 'bg-ink text-paper' : 'hover:bg-sunken',
    )}
  >
    {name}
    {count !== undefined && (
      <span className={cn('font-mono text-sm tabular-nums', isChosen ? 'opacity-80' : 'text-muted')}>
        {formatCount(count)}
      </span>
    )}
  </Link>
)
