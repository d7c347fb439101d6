'use client'

import { ListFilter, X } from 'lucide-react'
import { useEffect, useId, useRef } from 'react'
import type { EventFilterResult } from '@/lib/kit/client/scan/use-event-filter'
import { filterProblemWords } from '@/lib/kit/wire/event-filter/filter-problem-words'
import { Button } from '../../ui/button'
import { FieldError } from '../../ui/field-error'
import { formatCount } from '../../ui/format'
import { useSearchView } from '../view/view-parts'
import { ScanFailure } from '../when/scan-failure'
import { FilterChips } from './filter-chips'
import { FilterMenu } from './filter-menu'

interface FilterBarProps {
  readonly result: EventFilterResult
  /** Takes the focus when it comes. */
  readonly focused: boolean
}

/** A line to write which events are shown, what it means, and how many of all there are. */
export const FilterBar = ({ result, focused }: FilterBarProps) => {
  const { text, setText, filter, problem, versions, total, isLooking, failure, retry } = result
  const { filterPlaceholder } = useSearchView()
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (focused) field.current?.focus()
  }, [focused])
  const isFiltered = filter.length > 0 && versions !== undefined
  return (
    <search className="block border-line border-b px-4 pt-1 pb-2 has-[input:focus]:border-accent has-[input:focus]:shadow-[0_1px_0_var(--accent)]">
      <div className="flex items-center gap-1">
        <ListFilter aria-hidden className="size-4 shrink-0 text-muted" strokeWidth={1.75} />
        <input
          type="text"
          aria-label="Filter events"
          placeholder={filterPlaceholder}
          ref={field}
          value={text}
          onChange={(event) => setText(event.target.value)}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? `${id}-error` : `${id}-count`}
          className="h-9 min-w-0 flex-1 bg-transparent px-1.5 outline-none text-md placeholder:text-muted pointer-coarse:h-11 pointer-coarse:text-lg"
        />
        <p id={`${id}-count`} className="whitespace-nowrap font-mono text-xs text-muted tabular-nums">
          {isFiltered && `${formatCount(versions.length)} of ${formatCount(total)}${isLooking ? '…' : ''}`}
          {!isFiltered && isLooking && 'Reading…'}
        </p>
        {text !== '' && (
          <Button variant="ghost" size="iconSm" aria-label="Show all events" onClick={() => setText('')}>
            <X aria-hidden className="size-3.5" />
          </Button>
        )}
        <FilterMenu text={text} canSave={filter.length > 0 && !problem} onChoose={setText} />
      </div>
      {problem ? (
        <FieldError id={`${id}-error`}>{filterProblemWords(problem)}</FieldError>
      ) : (
        text !== '' && <FilterChips filter={filter} onChange={setText} />
      )}
      {failure && <ScanFailure failure={failure} onRetry={retry} />}
    </search>
  )
}
