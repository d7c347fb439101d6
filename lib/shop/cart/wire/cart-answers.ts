import type { ActionAnswer, CommandAnswer } from '../../../kit/wire/answers'
import type { CommandAction, CommandInput } from '../../../kit/wire/command-action'
import type { CartRejection } from '../decide'
import type { CartEvent } from '../events'
import type { CartRequest } from './commands'

/** What a cart's command answered. */
export type CartAnswer = CommandAnswer<CartEvent, CartRejection>

/** What an action on a cart answers. */
export type CartActionAnswer = ActionAnswer<CartEvent, CartRejection>

/** An action's answer to what it was asked. */
export type CartAnswered = Exclude<CartActionAnswer, { type: 'signedOut' }>

/** Why an action on a cart refused. */
export type CartRefusal = Extract<CartActionAnswer, { type: 'rejected' }>['rejection']

/** What an action on a cart is sent. */
export type CartCommandInput = CommandInput<CartRequest>

/** An action that handles what is asked of carts. */
export type CartAction = CommandAction<CartRequest, CartEvent, CartRejection>
