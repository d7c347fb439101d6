import type { StoredStreamType } from '../../../kit/streams/stored-stream-type'
import type { TermsCommand } from '../commands'
import type { TermsRejection } from '../decide'
import type { TermsEvent } from '../events'
import type { TermsState } from '../state'
import { termsStreamType } from '../terms-stream'
import { termsEventTypes } from './terms-event-types'

const bytesOfTerms = 500
const bytesOfTerm = 400

/** Terms as they are stored. Nothing ends them. */
export const storedTerms: StoredStreamType<TermsState, TermsCommand, TermsEvent, TermsRejection> = {
  ...termsStreamType,
  eventTypes: termsEventTypes,
  endings: [],
  stateVersion: 1,
  bytesOf: ({ shippingRates, taxRates, discountCodes }) =>
    bytesOfTerms + (shippingRates.length + taxRates.length + discountCodes.length) * bytesOfTerm,
}
