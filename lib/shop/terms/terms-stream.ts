import { foldBy } from '../../kit/kernel/fold-by'
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
  fold: foldBy(evolveTerms),
  decide: decideTerms,
}

/** The id of the one stream of terms that a shop has. */
export const shopTermsId = 'shop'
