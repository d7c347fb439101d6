import type { ActionAnswer, CommandAnswer } from '../../../kit/wire/answers'
import type { CartRejection } from '../decide'
import type { CartEvent } from '../events'

/** What a cart's command answered. */
export type CartAnswer = CommandAnswer<CartEvent, CartRejection>

/** What an action on a cart answers. */
export type CartActionAnswer = ActionAnswer<CartEvent, CartRejection>

/** An action's answer to what it was asked. */
export type CartAnswered = Exclude<CartActionAnswer, { type: 'signedOut' }>

/** Why an action on a cart refused. */
export type CartRefusal = Extract<CartActionAnswer, { type: 'rejected' }>['rejection']
