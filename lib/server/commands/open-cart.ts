import { v5 as uuidv5 } from 'uuid'
import { cart } from '../../domain/cart/cart'
import type { CartEvent } from '../../domain/cart/events'
import type { Identity } from '../../protocol/identity'
import type { RecordedCartEvent } from '../../protocol/recorded-event'
import { cartAggregate } from '../aggregates/cart-aggregate'
import { loadStream } from '../store/load'
import { Overloaded } from '../store/overloaded'
import { cartStream } from '../store/streams'
import { actorOf, type CartCommandDependencies } from './cart-commands'
import { handleCommand } from './handle'

const namespace = 'a4c9b6a2-3c1e-5d0f-8b7a-6f2e1d9c0b35'

/** A shopper's carts form a chain: each id follows from the one before, the first from the shopper. */
const nextCartId = (previous: string): string => uuidv5(previous, namespace)

export interface OpenedCart {
  readonly cartId: string
  readonly events: readonly RecordedCartEvent[]
}

/**
 * The shopper's newest cart as the log has it, open or closed; undefined when they have none yet.
 * `known` is a cart of theirs to start the search from, where a read model has one.
 */
export const findNewestCart = async (
  { store }: CartCommandDependencies,
  userId: string,
  known?: string,
): Promise<OpenedCart | undefined> => {
  let newest: OpenedCart | undefined
  for (let cartId = known ?? nextCartId(userId); ; cartId = nextCartId(cartId)) {
    const events = await loadStream<CartEvent>(store, cartStream(cartId))
    if (events.length === 0) return newest
    newest = { cartId, events }
  }
}

/**
 * The shopper's open cart; a new one when they have none. Two tabs that ask at once get the same cart,
 * since both derive the same id and a cart is created once.
 */
export const openCart = async (
  dependencies: CartCommandDependencies,
  identity: Identity,
  known?: string,
): Promise<OpenedCart> => {
  const newest = await findNewestCart(dependencies, identity.userId, known)
  if (newest && cart.fold(cart.initial(newest.cartId), newest.events).status === 'active') return newest
  const cartId = nextCartId(newest?.cartId ?? identity.userId)
  const handled = await handleCommand(dependencies, cartAggregate, {
    streamId: cartId,
    command: { type: 'CreateCart', customerId: identity.userId },
    actor: actorOf(identity),
  })
  if (handled.type === 'overloaded') throw new Overloaded(handled.retryAfterMs)
  return { cartId, events: await loadStream<CartEvent>(dependencies.store, cartStream(cartId)) }
}
