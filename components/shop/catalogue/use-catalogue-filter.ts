'use client'

import { parseAsString, useQueryStates } from 'nuqs'
import { useCallback } from 'react'

const parsers = { q: parseAsString.withDefault(''), category: parseAsString.withDefault('') }

/** What the catalogue is narrowed to, as the URL has it. */
export const useCatalogueFilter = () => {
  const [filter, setFilter] = useQueryStates(parsers, { history: 'replace' })
  const search = useCallback((q: string) => void setFilter({ q: q || null }), [setFilter])
  const choose = useCallback(
    (category: string) => void setFilter({ category: category || null }),
    [setFilter],
  )
  const clear = useCallback(() => void setFilter({ q: null, category: null }), [setFilter])
  return { filter, search, choose, clear }
}
