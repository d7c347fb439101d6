'use client'

import { debounce, parseAsString, useQueryStates } from 'nuqs'
import { useCallback } from 'react'

const typingPauseMs = 250

export interface CatalogueFilter {
  readonly q: string
  readonly category: string
}

const parsers = { q: parseAsString.withDefault(''), category: parseAsString.withDefault('') }

/** What the catalogue is narrowed to; it stands in the URL, written when the typing pauses. */
export const useCatalogueFilter = () => {
  const [filter, setFilter] = useQueryStates(parsers, { history: 'replace' })
  const search = useCallback(
    (q: string) =>
      void setFilter({ q: q || null }, { limitUrlUpdates: q === '' ? undefined : debounce(typingPauseMs) }),
    [setFilter],
  )
  const choose = useCallback((category: string) => void setFilter({ category: category || null }), [setFilter])
  const clear = useCallback(() => void setFilter({ q: null, category: null }), [setFilter])
  return { filter, search, choose, clear }
}
