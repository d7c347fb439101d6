'use client'

import { X } from 'lucide-react'
import type { HistoryFilter } from '@/lib/kit/wire/event-filter/event-filter'
import { printEventFilter, printTerm } from '@/lib/kit/wire/event-filter/print-event-filter'
import { cn } from '../../ui/cn'

interface FilterChipsProps {
  readonly filter: HistoryFilter
  readonly onChange: (text: string) => void
}

/** What a filter asks for, piece by piece; each can be turned round and taken away. */
export const FilterChips = ({ filter, onChange }: FilterChipsProps) => (
  <ul aria-label="Filters" className="flex flex-wrap gap-1 pt-0.5">
    {filter.map((term, place) => {
      const words = printTerm({ ...term, negated: false })
      const turned = filter.with(place, { ...term, negated: !term.negated })
      return (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: the same may be asked twice
          key={`${words} ${place}`}
          className="flex min-w-0 items-center rounded-full border border-line bg-sunken/60 text-xs"
        >
          <button
            type="button"
            aria-pressed={term.negated}
            aria-label={`Not ${words}`}
            title={term.negated ? 'Show these again' : 'Show all but these'}
            onClick={() => onChange(printEventFilter(turned))}
            className={cn(
              'min-h-6 min-w-0 truncate rounded-l-full pr-1 pl-2.5 font-mono text-xs hover:text-accent pointer-coarse:min-h-11 pointer-coarse:min-w-11',
              term.negated && 'text-danger line-through',
            )}
          >
            {words}
          </button>
          <button
            type="button"
            aria-label={`Remove ${printTerm(term)}`}
            onClick={() => onChange(printEventFilter(filter.filter((other) => other !== term)))}
            className="grid size-6 shrink-0 place-items-center rounded-r-full text-muted hover:text-ink pointer-coarse:size-11"
          >
            <X aria-hidden className="size-3" />
          </button>
        </li>
      )
    })}
  </ul>
)
