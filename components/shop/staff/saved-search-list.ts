import * as z from 'zod'
import { readList } from '@/lib/kit/client/page/read-list'
import { createStored } from '@/lib/kit/client/page/stored'
import { cartStatuses } from '@/lib/shop/cart/wire/cart-list'

const savedSearch = z.object({
  name: z.string().min(1).max(60),
  q: z.string().max(1_000).optional(),
  status: z.enum(cartStatuses).optional(),
})
/** The oldest give way to more. */
const most = 100

/** A search that this browser keeps under a name. */
export type SavedSearch = z.infer<typeof savedSearch>

export const noSavedSearches: readonly SavedSearch[] = []

/** What was kept, as far as it can be read. */
export const readSavedSearches = (json: string): readonly SavedSearch[] => readList(savedSearch, json, most)

/** With one more, in the place of what had its name. */
export const withSearch = (saved: readonly SavedSearch[], search: SavedSearch): readonly SavedSearch[] =>
  [...withoutSearch(saved, search.name), search].slice(-most)

export const withoutSearch = (saved: readonly SavedSearch[], name: string): readonly SavedSearch[] =>
  saved.filter((one) => one.name !== name)

/** This browser's saved searches, oldest first. */
export const savedSearches = createStored(
  'hindsight-cart-searches',
  noSavedSearches,
  async (json) => readSavedSearches(json),
  'hindsight.cart-searches',
)
