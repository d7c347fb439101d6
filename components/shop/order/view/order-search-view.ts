import type { OrderState } from '@/lib/shop/order/state'
import { anyFilter, type SearchView } from '../../../player/view/search-view'

/** How an order's history is searched. */
export const orderSearchView: SearchView<OrderState> = {
  filterPlaceholder: 'Filter: chipped, type:OrderShipped, -actor:staff',
  filterExamples: [
    ['"chipped"', 'words in what happened'],
    ['type:OrderShipped', 'of this type'],
    anyFilter.who,
    anyFilter.within,
    anyFilter.at,
    ['-type:PaymentFailed', 'all but these'],
  ],
  conditionPlaceholder: 'outstanding < 0',
  valuePlaceholder: 'outstanding',
  readyConditions: () => [
    { name: 'All of it is paid', text: 'outstanding = 0' },
    { name: 'Something is to be given back', text: 'outstanding < 0' },
    { name: 'Shipped', text: 'status = shipped' },
    { name: 'In more than one parcel', text: 'shipments >= 2' },
  ],
}
