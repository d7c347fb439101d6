import { memo } from 'react'
import { lineChanges } from '@/lib/shop/cart/line-changes'
import { lineKey } from '@/lib/shop/cart/lines'
import type { CartState } from '@/lib/shop/cart/state'
import { NothingDiffers } from '../../../player/compare/nothing-differs'
import type { Compared } from '../../../player/view/state-view'
import { LongList } from '../../../ui/long-list'
import { formatDifference, formatMoney } from '../../money-format'
import { StatusBadge } from '../../staff/status-badge'
import { ChangeRow } from '../change-row'
import { type ComparedTotals, comparedTotals } from './compared-totals'

/** What differs in the shop's words: how the cart stands, its lines, and what it comes to. */
export const WordsView = memo(({ before, after }: Compared<CartState>) => {
  const changes = lineChanges(before.items, after.items)
  const totals = comparedTotals({ before, after })
  const hasOtherStatus = before.status !== after.status
  if (changes.length === 0 && !hasOtherStatus)
    return (
      <NothingDiffers
        words={
          before.version === after.version
            ? undefined
            : 'Both versions hold the same lines at the same prices.'
        }
      />
    )
  return (
    <div className="flex min-h-0 flex-1 flex-col px-4 sm:px-6">
      {hasOtherStatus && (
        <p className="flex flex-wrap items-center gap-x-2 border-line border-b py-2.5">
          <span className="mr-auto text-md">The cart</span>
          <StatusBadge status={before.status} />
          <span aria-hidden>→</span>
          <span className="sr-only">is now</span>
          <StatusBadge status={after.status} />
        </p>
      )}
      {changes.length > 0 ? (
        <LongList
          label="Changes"
          items={changes}
          keyOf={({ item }) => lineKey(item)}
          rowHeight={45}
          row={(change) => <ChangeRow change={change} voice="comparing" />}
        />
      ) : (
        <p className="flex-1 py-3 text-muted text-md">Its lines are the same.</p>
      )}
      {totals && <Total {...totals} />}
    </div>
  )
})

const Total = ({ was, is, difference }: ComparedTotals) => (
  <p className="flex flex-wrap items-baseline justify-between gap-x-4 border-line border-t py-3">
    <span className="text-muted text-md">Total</span>
    <span className="font-mono text-sm text-muted tabular-nums">
      {difference?.amount === 0 ? 'unchanged at ' : `${formatMoney(was)} → `}
      <span className="text-ink">{formatMoney(is)}</span>
    </span>
    {difference && difference.amount !== 0 && (
      <strong className="font-display font-normal text-2xl leading-none">
        {formatDifference(difference)}
      </strong>
    )}
  </p>
)
