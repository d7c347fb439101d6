import type { LineChange } from '@/lib/shop/cart/line-changes'
import { cn } from '../../ui/cn'
import { formatDifference } from '../money-format'
import { changeWords, type Voice } from './change-words'
import { kinds } from './view/kind'

interface ChangeRowProps {
  readonly change: LineChange
  readonly voice: Voice
}

const signs = {
  added: kinds.ItemAdded,
  removed: kinds.ItemRemoved,
  changed: kinds.ItemQuantityChanged,
  moved: kinds.ItemQuantityChanged,
}

/** What becomes of one line, and what that does to the total. */
export const ChangeRow = ({ change, voice }: ChangeRowProps) => {
  const { icon: Icon, color } = signs[change.type]
  return (
    <div className="flex items-center gap-3 py-2.5">
      <span
        aria-hidden
        className={cn('grid size-6 shrink-0 place-items-center rounded-full border border-current', color)}
      >
        <Icon className="size-3.5" strokeWidth={2.25} />
      </span>
      <span className="wrap-anywhere min-w-0 flex-1 text-md leading-snug">{changeWords(change, voice)}</span>
      {change.difference.amount !== 0 && (
        <span className="whitespace-nowrap font-mono text-sm tabular-nums">
          {formatDifference(change.difference)}
        </span>
      )}
    </div>
  )
}
