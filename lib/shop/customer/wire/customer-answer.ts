import type { ActionAnswer, CommandAnswer } from '../../../kit/wire/answers'
import type { CustomerRejection } from '../decide'
import type { CustomerEvent } from '../events'

/** Why something asked of a customer isn't done: their rules, or a number that is none. */
export type CustomerRefusal = CustomerRejection | { readonly type: 'InvalidPhone' }

/** What comes of something that is asked of a customer. */
export type CustomerAnswer = CommandAnswer<CustomerEvent, CustomerRefusal>

/** The same for who asks on a page. */
export type CustomerActionAnswer = ActionAnswer<CustomerEvent, CustomerRefusal>
