import { v5 as uuidv5 } from 'uuid'
import type { Actor } from '../../../kit/events/recorded-event'
import {
  type HandleRequest,
  type HandlerDependencies,
  handleCommand,
  whyUnseen,
} from '../../../kit/server/commands/handle'
import type { Budget } from '../../../kit/server/limits/budget'
import { Overloaded } from '../../../kit/server/store/overloaded'
import type { CommandAnswer } from '../../../kit/wire/answers'
import type { Identity } from '../../../kit/wire/identity'
import type { Catalogue } from '../../product/server/catalogue'
import { isProgram } from '../../server/auth/program'
import type { CartCommand } from '../commands'
import type { CartRejection } from '../decide'
import type { CartState } from '../state'
import type { CartRequest, Delivery } from '../wire/commands'
import { cartAggregate } from './cart-aggregate'
import { toCartCommand } from './to-cart-command'
import { withOffers } from './with-offers'

export interface CartCommandDependencies extends HandlerDependencies {
  readonly catalogue: Catalogue
  /** How many commands that change nothing a person may send, whose answers are kept all the same; without it any number. */
  readonly unchanging?: Budget
}

export const actorOf = ({ role, isGuest, userId }: Identity): Actor => ({
  kind: role === 'staff' ? 'staff' : isGuest ? 'guest' : 'customer',
  id: userId,
})

/** Handles what was asked of a cart. Only its owner may, but staff may restore it; to others it isn't there. */
export const handleCartRequest = async (
  dependencies: CartCommandDependencies,
  identity: Identity,
  cartId: string,
  request: CartRequest,
  delivery: Delivery,
): Promise<CommandAnswer> => {
  const isOpenToStaff = request.type === 'RestoreCart' && identity.role === 'staff'
  const guard = (state: CartState): CartRejection | undefined =>
    isOpenToStaff || state.customerId === identity.userId ? undefined : { type: 'CartNotFound' }
  // Before anything is looked up for it.
  const unseen = await whyUnseen(dependencies, cartAggregate, { streamId: cartId, guard })
  if (unseen) return { type: 'rejected', rejection: unseen }
  const command = await toCartCommand(dependencies, identity, cartId, request)
  const lookUp = (command: CartCommand, state: CartState): Promise<CartCommand> =>
    withOffers(dependencies.catalogue, identity.userId, command, state)
  return answer(dependencies, identity, cartId, command, {
    ...delivery,
    payload: payloadOf(request),
    guard,
    lookUp,
  })
}

/** What a command id stands for: what was seen when it was asked is how it is sent, not what is asked. */
const payloadOf = (request: CartRequest): object => ({ ...request, seen: undefined })

/** Creates a cart. Its id follows from the command id, so that the same command finds the same cart. */
export const createCart = (
  dependencies: CartCommandDependencies,
  identity: Identity,
  commandId: string = dependencies.newId(),
): Promise<CommandAnswer> => {
  const cartId = uuidv5(identity.userId, commandId)
  return answer(
    dependencies,
    identity,
    cartId,
    { type: 'CreateCart', customerId: identity.userId },
    { commandId },
  )
}

/** Programs have budgets of their own, where they were given one. */
const spendAnswerOf = ({ unchanging }: CartCommandDependencies, identity: Identity) =>
  unchanging && !isProgram(identity) ? () => unchanging.spend(identity.userId) : undefined

const answer = async (
  dependencies: CartCommandDependencies,
  identity: Identity,
  cartId: string,
  command: CartCommand,
  options: Delivery &
    Pick<HandleRequest<CartState, CartCommand, CartRejection>, 'payload' | 'guard' | 'lookUp'>,
): Promise<CommandAnswer> => {
  const handled = await handleCommand(dependencies, cartAggregate, {
    streamId: cartId,
    command,
    actor: actorOf(identity),
    spendAnswer: spendAnswerOf(dependencies, identity),
    ...options,
  })
  switch (handled.type) {
    case 'accepted':
      return { ...handled, cartId }
    case 'rejected':
      return handled
    case 'conflict':
      return {
        type: 'rejected',
        rejection: { type: 'ConcurrencyConflict', expected: handled.expected, actual: handled.actual },
      }
    case 'reused':
      return { type: 'rejected', rejection: { type: 'CommandIdReused' } }
    case 'overloaded':
      throw new Overloaded(handled.retryAfterMs)
  }
}
