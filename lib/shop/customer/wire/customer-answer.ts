import type { CommandAnswer, Malformed } from '../../../kit/wire/answers'
import type { CustomerRejection } from '../decide'
import type { CustomerEvent } from '../events'

/** Why something asked of a customer isn't done: their rules, or a number that is none. */
export type CustomerRefusal = CustomerRejection | { readonly type: 'InvalidPhone' }

/** What comes of something that is asked of a customer. */
export type CustomerAnswer = CommandAnswer<CustomerEvent, CustomerRefusal>

/** What staff's page is answered. */
export type CustomerPageAnswer =
  | CustomerAnswer
  | { readonly type: 'rejected'; readonly rejection: Malformed }
  | { readonly type: 'signedOut' }
