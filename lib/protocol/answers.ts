import type { CartRejection } from '../domain/cart/decide'
import type { RecordedCartEvent } from './recorded-event'

export interface ConcurrencyConflict {
  readonly type: 'ConcurrencyConflict'
  readonly expected: number
  readonly actual: number
}

/** What a command answered: the events it made (none when it was already so), or why not. */
export type CommandAnswer =
  | {
      readonly type: 'accepted'
      readonly cartId: string
      readonly version: number
      readonly position: number
      readonly events: readonly RecordedCartEvent[]
    }
  | { readonly type: 'rejected'; readonly rejection: CartRejection | ConcurrencyConflict }
