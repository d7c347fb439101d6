import { type LineChange, lineChanges } from '@/lib/domain/cart/line-changes'
import { type CartState, cartTotal } from '@/lib/domain/cart/state'
import { kinds } from '../timeline/kind'
import { cn } from '../ui/cn'
import { formatDifference, formatMoney } from '../ui/format'
import { changeWords } from './change-words'

interface RestoreChangesProps {
  readonly now: CartState
  readonly past: CartState
}

const signs = {
  added: kinds.ItemAdded,
  removed: kinds.ItemRemoved,
  changed: kinds.ItemQuantityChanged,
  moved: kinds.ItemQuantityChanged,
}

/** What leads from the cart as it is to the cart as it was, line by line, and what it then comes to. */
export const RestoreChanges = ({ now, past }: RestoreChangesProps) => {
  const changes = lineChanges(now.items, past.items)
  if (changes.length === 0)
    return <p className="text-sm">The cart holds just this now. There is nothing to do.</p>
  return (
    <div className="border-line border-t">
      <ul aria-label="Changes" className="scroll-quiet max-h-[38dvh] overflow-y-auto">
        {changes.map((change) => (
          <ChangeRow key={change.item.productId} change={change} />
        ))}
      </ul>
      <p className="flex flex-wrap items-baseline justify-between gap-x-4 pt-3">
        <span className="text-muted text-sm">Total</span>
        <span className="font-mono text-[13px] tabular-nums">
          <s className="text-muted decoration-1">{formatMoney(cartTotal(now))}</s>{' '}
          <strong className="font-display font-normal text-[26px] leading-none">
            {formatMoney(cartTotal(past))}
          </strong>
        </span>
      </p>
    </div>
  )
}

const ChangeRow = ({ change }: { readonly change: LineChange }) => {
  const { icon: Icon, color } = signs[change.type]
  return (
    <li className="flex items-center gap-3 border-line border-b py-2.5">
      <span
        aria-hidden
        className={cn('grid size-6 shrink-0 place-items-center rounded-full border border-current', color)}
      >
        <Icon className="size-3.5" strokeWidth={2.25} />
      </span>
      <span className="wrap-anywhere min-w-0 flex-1 text-sm leading-snug">{changeWords(change)}</span>
      {change.difference.amount !== 0 && (
        <span className="whitespace-nowrap font-mono text-[13px] tabular-nums">
          {formatDifference(change.difference)}
        </span>
      )}
    </li>
  )
}
