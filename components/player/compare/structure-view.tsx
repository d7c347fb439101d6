import { ArrowUpDown, Minus, PenLine, Plus } from 'lucide-react'
import { type Difference, diff } from '@/lib/kit/history/diff'
import { cn } from '../../ui/cn'
import { LongList } from '../../ui/long-list'
import type { Compared } from '../view/state-view'
import { useStateView } from '../view/view-parts'
import { pathText, valueText } from './difference-text'
import { NothingDiffers } from './nothing-differs'

const looks = {
  added: { icon: Plus, name: 'added', color: 'text-kind-green' },
  removed: { icon: Minus, name: 'removed', color: 'text-kind-brick' },
  changed: { icon: PenLine, name: 'changed', color: 'text-kind-ochre' },
  reordered: { icon: ArrowUpDown, name: 'in another order', color: 'text-kind-ochre' },
}

/** What differs, place by place in the state. */
export const StructureView = ({ before, after }: Compared) => {
  const differences = diff(before, after, useStateView().keyOf)
  if (differences.length === 0) return <NothingDiffers />
  return (
    <LongList
      label="Differences"
      items={differences}
      keyOf={({ type, path }) => `${type} ${JSON.stringify(path)}`}
      rowHeight={62}
      row={(difference) => <DifferenceRow difference={difference} />}
    />
  )
}

const DifferenceRow = ({ difference }: { readonly difference: Difference }) => {
  const { icon: Icon, name, color } = looks[difference.type]
  return (
    <div className="grid grid-cols-[auto_1fr] gap-x-3 px-4 py-2.5 font-mono text-xs leading-relaxed sm:px-6">
      <Icon aria-hidden className={cn('mt-[3px] size-3.5', color)} strokeWidth={2.25} />
      <div className="wrap-anywhere min-w-0">
        <p className="text-ink">
          {pathText(difference.path)} <span className={cn('text-2xs', color)}>{name}</span>
        </p>
        <p className="text-muted">
          {'before' in difference && <del className="no-underline">{valueText(difference.before)}</del>}
          {'before' in difference && 'after' in difference && ' → '}
          {'after' in difference && (
            <ins className="text-ink no-underline">{valueText(difference.after)}</ins>
          )}
        </p>
      </div>
    </div>
  )
}
