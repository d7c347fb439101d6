import * as z from 'zod'
import { createStored } from '@/lib/client/scan/stored'
import { cartStatuses } from '@/lib/protocol/cart-list'

const savedSearch = z.object({
  name: z.string().min(1).max(60),
  q: z.string().max(1_000).optional(),
  status: z.enum(cartStatuses).optional(),
})
const savedSearchList = z.array(savedSearch).max(100)

/** A search that this browser keeps under a name. */
export type SavedSearch = z.infer<typeof savedSearch>

export const noSavedSearches: readonly SavedSearch[] = []

/** What was kept, or none where that isn't a list of searches. */
export const readSavedSearches = (json: string): readonly SavedSearch[] => {
  try {
    return savedSearchList.parse(JSON.parse(json))
  } catch {
    return noSavedSearches
  }
}

/** With one more, in the place of what had its name. */
export const withSearch = (saved: readonly SavedSearch[], search: SavedSearch): readonly SavedSearch[] => [
  ...withoutSearch(saved, search.name),
  search,
]

export const withoutSearch = (saved: readonly SavedSearch[], name: string): readonly SavedSearch[] =>
  saved.filter((one) => one.name !== name)

/** This browser's saved searches, oldest first. */
export const savedSearches = createStored('hindsight.cart-searches', noSavedSearches, async (json) =>
  readSavedSearches(json),
)
