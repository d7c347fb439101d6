import type { CartState } from '@/lib/shop/cart/state'
import { anyFilter, type SearchView } from '../../../player/view/search-view'
import { readyConditions } from './ready-conditions'

/** How a cart's history is searched. */
export const cartSearchView: SearchView<CartState> = {
  filterPlaceholder: 'Filter: mug, type:ItemAdded, -actor:staff',
  filterExamples: [
    ['mug "too dear"', 'words in what happened'],
    ['type:ItemAdded,ItemRemoved', 'one of these types'],
    anyFilter.who,
    ['product:"Ceramic Mug"', 'an id, or a part of the name'],
    anyFilter.within,
    anyFilter.at,
    ['-type:CartCreated', 'all but these'],
  ],
  conditionPlaceholder: 'total > 50 and not has("Ceramic Mug")',
  valuePlaceholder: 'total',
  readyConditions,
}
