'use client'

import { useEffect, useMemo } from 'react'
import { useEventFilter } from '@/lib/kit/client/scan/use-event-filter'
import type { StreamSession } from '@/lib/kit/client/session/stream-session'
import type { HistoryFilter } from '@/lib/kit/wire/event-filter/event-filter'
import { FilterBar } from './filter-bar'

/** What a filter shows of a timeline. */
export interface Filtered {
  readonly filter: HistoryFilter
  /** The versions that match, oldest first. */
  readonly versions: Uint32Array
  /** What to mark in the words of an event. */
  readonly marks: readonly string[]
  /** Names the filter. */
  readonly list: string
}

interface TimelineFilterProps {
  readonly session: StreamSession
  /** Takes the focus when it comes. */
  readonly focused: boolean
  readonly onFiltered: (filtered: Filtered | null) => void
}

/** The line to filter by; tells what is to be shown, and null for all. */
export const TimelineFilter = ({ session, focused, onFiltered }: TimelineFilterProps) => {
  const result = useEventFilter(session)
  const { versions, filter } = result
  const filtered = useMemo<Filtered | null>(
    () =>
      versions && filter.length > 0
        ? { filter, versions, marks: marksOf(filter), list: JSON.stringify(filter) }
        : null,
    [versions, filter],
  )
  useEffect(() => onFiltered(filtered), [filtered, onFiltered])
  useEffect(() => () => onFiltered(null), [onFiltered])
  return <FilterBar result={result} focused={focused} />
}

const marksOf = (filter: HistoryFilter): string[] =>
  filter.flatMap((term) => {
    if (term.negated) return []
    if (term.type === 'text') return [term.text]
    return term.type === 'subject' ? term.names : []
  })
