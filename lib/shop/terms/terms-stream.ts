import type { StreamType } from '../../kit/streams/stream-type'
import type { TermsCommand } from './commands'
import { decideTerms, type TermsRejection } from './decide'
import type { TermsEvent } from './events'
import { evolveTerms } from './evolve'
import { initialTerms, type TermsState } from './state'

/** A shop's terms as a type of streams. They are nobody's: staff sets them. */
export const termsStreamType: StreamType<TermsState, TermsCommand, TermsEvent, TermsRejection> = {
  streamType: 'terms',
  milestones: ['PricesSet', 'SellerSet'],
  ownerOf: () => undefined,
  initial: initialTerms,
  evolve: evolveTerms,
  fold: (terms, events) => {
    let folded = terms
    for (const event of events) folded = evolveTerms(folded, event)
    return folded
  },
  decide: decideTerms,
}

/** The id of the one stream of terms that a shop has. */
export const shopTermsId = 'shop'
