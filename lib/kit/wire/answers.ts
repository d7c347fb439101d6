import type { CartRejection } from '../../shop/cart/decide'
import type { RecordedCartEvent } from '../../shop/wire/recorded-shop-events'

export interface ConcurrencyConflict {
  readonly type: 'ConcurrencyConflict'
  readonly expected: number
  readonly actual: number
}

/** The command id stood for something else before: what was asked under it now was not done. */
export interface CommandIdReused {
  readonly type: 'CommandIdReused'
}

/** What was asked can't be read: the fields that are to blame. */
export interface Malformed {
  readonly type: 'Malformed'
  readonly fields: readonly string[]
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
  | { readonly type: 'rejected'; readonly rejection: CartRejection | ConcurrencyConflict | CommandIdReused }

/** What a server action answers: nothing it is sent makes it fail. */
export type ActionAnswer =
  | CommandAnswer
  | { readonly type: 'rejected'; readonly rejection: Malformed }
  /** Whoever asked for it is not who asks now: it is done when they are back. */
  | { readonly type: 'signedOut' }

/** A server action's answer to what it was asked. */
export type Answered = Exclude<ActionAnswer, { type: 'signedOut' }>

/** Why a server action refused. */
export type Rejection = Extract<ActionAnswer, { type: 'rejected' }>['rejection']
