import { exhaustive } from '../../../kit/kernel/exhaustive'
import { answer } from '../../../kit/server/http/operation'
import type { HttpRefusal } from '../../../kit/server/http/refusal'
import type { CommandIdReused, ConcurrencyConflict } from '../../../kit/wire/answers'
import { deliveryOf, toldByHeader } from '../../server/http/delivery'
import { deliveryDetail } from '../../server/http/delivery-detail'
import { on } from '../../server/http/on'
import { refuse } from '../../server/http/refusal'
import type { ServerContext } from '../../server/shared-context'
import type { TermsRejection } from '../decide'
import { shopTermsId } from '../terms-stream'
import { getTerms, postTermsCommand } from '../wire/api-terms'
import { storedTerms } from '../wire/stored-terms'
import { setTerms } from './set-terms'

/** What the API does with the shop's terms. */
export const termsOperations = ({ aggregates, commands, access }: ServerContext) => [
  on(getTerms, async () => {
    const { state } = await aggregates.loadFresh(storedTerms, shopTermsId)
    const { id: _, ...terms } = state
    return answer(terms)
  }),
  on(postTermsCommand, async ({ identity, headers, body }) => {
    const { commandId, expectedVersion, ...command } = body
    const delivery = deliveryOf(headers, { commandId, expectedVersion })
    if (delivery.type === 'refused') return delivery
    const set = await setTerms({ handle: commands.handle, access }, identity, command, delivery.value)
    if (set.type === 'rejected') return toldByHeader(refuseBy(set.rejection), headers)
    const { version, position, events } = set
    return answer({ version, position, events })
  }),
]

type Rejection = TermsRejection | ConcurrencyConflict | CommandIdReused | { readonly type: 'NotAllowed' }

const refuseBy = (rejection: Rejection): HttpRefusal => {
  if (rejection.type === 'NotAllowed')
    return refuse(403, 'Forbidden', 'The shop’s terms are for staff to set.')
  const { type, ...data } = rejection
  return refuse(type === 'ConcurrencyConflict' ? 409 : 422, type, detailOf(rejection), { data })
}

const detailOf = (rejection: Exclude<Rejection, { type: 'NotAllowed' }>): string => {
  switch (rejection.type) {
    case 'TooManyTerms':
      return `There can be at most ${rejection.max} of these; take back some that are no longer of use.`
    case 'InvalidSteps':
      return `Steps begin at 0, rise, are of one currency and at most ${rejection.max}.`
    case 'InvalidRate':
      return `${rejection.rate} is no rate; it lies from 0 to ${rejection.max} parts of ten thousand.`
    case 'InvalidDiscount':
      return `The ${rejection.field} of this discount is none that could ever hold.`
    case 'InvalidPeriod':
      return `It would end at ${rejection.until}, and begin at ${rejection.from}.`
    case 'InvalidWindow':
      return `${rejection.seconds} is no number of seconds from ${rejection.min} to ${rejection.max}.`
    case 'SellerIncomplete':
      return `These are missing of who sells: ${rejection.missing.join(', ')}.`
    case 'TermNotFound':
      return `The terms have no ${rejection.id}; see /api/terms for what they have.`
    case 'ConcurrencyConflict':
    case 'CommandIdReused':
      return deliveryDetail('The terms are', rejection)
    default:
      return exhaustive(rejection)
  }
}
