import * as z from 'zod'
import type { RecordedEvent } from '../../../kit/events/recorded-event'
import type { CommandIdReused, ConcurrencyConflict, Malformed } from '../../../kit/wire/answers'
import { plainText } from '../../../kit/wire/text'
import { typedCurrency } from '../../wire/named-money'
import type { AccountRejection } from '../decide'
import type { AccountEvent } from '../events'

/** What staff asks for when they give a customer credit, or take it back. */
export const creditRequest = z.object({
  /** A customer's id, or the address they sign in with. */
  customer: plainText(200),
  direction: z.enum(['deposit', 'withdraw']),
  /** In the currency's major units, like 15.99. */
  amount: z
    .string()
    .trim()
    .regex(/^\d{1,9}(\.\d{1,3})?$/, 'must be an amount like 15.99'),
  currency: typedCurrency,
  description: plainText(200),
  commandId: z.uuid(),
  /** The event that it answers for, whose story it joins. */
  causeEventId: z.uuid().optional(),
})

export type CreditRequest = z.infer<typeof creditRequest>

export type CreditAnswer =
  | {
      readonly type: 'accepted'
      readonly accountId: string
      readonly events: readonly RecordedEvent<AccountEvent>[]
    }
  | {
      readonly type: 'rejected'
      readonly rejection:
        | AccountRejection
        | { readonly type: 'CustomerNotFound' }
        | { readonly type: 'NotAllowed' }
        | { readonly type: 'CauseNotFound' }
        | { readonly type: 'AmountTooFine'; readonly currency: string }
        | ConcurrencyConflict
        | CommandIdReused
        | Malformed
    }
  | { readonly type: 'signedOut' }
