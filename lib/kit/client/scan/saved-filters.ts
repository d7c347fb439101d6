'use client'

import { createStored } from '../page/stored'
import { useStored } from '../page/use-stored'
import type { SavedFilter } from './saved-filter'

const none: readonly SavedFilter[] = []
const most = 50

const stored = createStored('hindsight-filters', none, async (json) =>
  (await import('./stored-lists')).readSavedFilters(json),
)

/** The filters this browser's person has saved, newest first. */
export const useSavedFilters = () => ({
  saved: useStored(stored, none),
  /** A name that was taken means another filter now. */
  save: (filter: SavedFilter): void =>
    stored.change((before) => [filter, ...without(before, filter.name)].slice(0, most)),
  remove: (name: string): void => stored.change((before) => without(before, name)),
})

const without = (filters: readonly SavedFilter[], name: string): readonly SavedFilter[] =>
  filters.filter((filter) => filter.name !== name)
