import { v5 as uuidv5 } from 'uuid'
import type { StreamAccess } from '../../../kit/server/access/access'
import { commandAnswer } from '../../../kit/server/commands/command-answer'
import type { Handle, HandlerDependencies } from '../../../kit/server/commands/handle'
import type { HandleRequest } from '../../../kit/server/commands/handle-request'
import type { Budget } from '../../../kit/server/limits/budget'
import type { Catalogue } from '../../product/server/catalogue'
import { actorOf } from '../../server/auth/actor-of'
import { isProgram } from '../../server/auth/program'
import { cartStream } from '../../server/streams'
import type { ShopIdentity } from '../../wire/shop-identity'
import type { CartCommand } from '../commands'
import type { CartRejection } from '../decide'
import type { CartEvent } from '../events'
import type { CartState } from '../state'
import type { CartAnswer } from '../wire/cart-answers'
import type { CartRequest, Delivery } from '../wire/commands'
import { storedCart } from '../wire/stored-cart'
import type { PlaceOrderOf } from './place-order'
import { toCartCommand } from './to-cart-command'
import { withOffers } from './with-offers'

export interface CartCommandDependencies
  extends Pick<HandlerDependencies, 'store' | 'aggregates' | 'now' | 'newId'> {
  readonly handle: Handle
  readonly access: Pick<StreamAccess<ShopIdentity>, 'maySend'>
  readonly catalogue: Pick<Catalogue, 'offers'>
  /** What a checkout takes along; without it a cart is closed, and nothing is ordered. */
  readonly placeOrder?: PlaceOrderOf | undefined
  /** How many commands that change nothing a person may send, whose answers are kept all the same; without it any number. */
  readonly unchanging?: Budget
}

/** Handles what was asked of a cart by somebody who may; to others it isn't there. */
export const handleCartRequest = async (
  dependencies: CartCommandDependencies,
  identity: ShopIdentity,
  cartId: string,
  request: CartRequest,
  delivery: Delivery,
): Promise<CartAnswer> => {
  // Before anything is looked up for it, or waits in line.
  if (!(await dependencies.access.maySend(identity, cartStream(cartId), request.type))) {
    return { type: 'rejected', rejection: { type: 'CartNotFound' } }
  }
  const command = await toCartCommand(dependencies, identity, cartId, request)
  const lookUp = (command: CartCommand, state: CartState): Promise<CartCommand> =>
    withOffers(dependencies.catalogue, identity.userId, command, state)
  return answer(dependencies, identity, cartId, command, {
    ...delivery,
    payload: payloadOf(request),
    lookUp,
    join: request.type === 'Checkout' ? dependencies.placeOrder?.(identity, request) : undefined,
  })
}

/** What a command id stands for: what was seen when it was asked is how it is sent, not what is asked. */
const payloadOf = (request: CartRequest): object => ({
  ...request,
  seen: undefined,
  seenTotal: undefined,
})

/** Creates a cart. Its id follows from the command id, so that the same command finds the same cart. */
export const createCart = (
  dependencies: CartCommandDependencies,
  identity: ShopIdentity,
  commandId: string = dependencies.newId(),
): Promise<CartAnswer> => {
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
const spendAnswerOf = ({ unchanging }: CartCommandDependencies, identity: ShopIdentity) =>
  unchanging && !isProgram(identity) ? () => unchanging.spend(identity.userId) : undefined

const answer = async (
  dependencies: CartCommandDependencies,
  identity: ShopIdentity,
  cartId: string,
  command: CartCommand,
  options: Delivery &
    Pick<HandleRequest<CartState, CartCommand, CartRejection, CartEvent>, 'payload' | 'lookUp' | 'join'>,
): Promise<CartAnswer> => {
  const handled = await dependencies.handle(storedCart, {
    streamId: cartId,
    command,
    actor: actorOf(identity),
    spendAnswer: spendAnswerOf(dependencies, identity),
    // It was left alone for long: its owner begins another.
    archived: { type: 'CartAbandoned' },
    ...options,
  })
  return commandAnswer(cartId, handled)
}
