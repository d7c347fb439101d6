import type { CustomerRejection } from '@/lib/shop/customer/decide'
import type { CustomerEvent } from '@/lib/shop/customer/events'
import type { CustomerState } from '@/lib/shop/customer/state'
import { searchableCustomer } from '@/lib/shop/customer/wire/searchable-customer'
import { type PlainWords, plainView } from '../../../player/view/plain-view'
import type { StreamView } from '../../../player/view/stream-view'
import { customerKinds } from './customer-kinds'
import { customerRunSentence, customerSentence } from './customer-sentences'

/** How customers are shown: what isn't told here in words of its own is told by what all streams have. */
export const customerView = (
  words: PlainWords,
): StreamView<CustomerState, CustomerEvent, CustomerRejection> => ({
  ...plainView(searchableCustomer, words),
  kinds: customerKinds,
  sentence: customerSentence,
  runSentence: (count, _first, last) => customerRunSentence(count, last),
})
