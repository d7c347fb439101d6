import { v5 as uuidv5 } from 'uuid'
import { Overloaded } from '../../../kit/server/store/overloaded'
import { actorOf } from '../../server/auth/actor-of'
import { cartStream } from '../../server/streams'
import type { ShopIdentity } from '../../wire/shop-identity'
import { isOpenToOwner } from '../state'
import { storedCart } from '../wire/stored-cart'
import type { CartCommandDependencies } from './cart-commands'

const namespace = 'a4c9b6a2-3c1e-5d0f-8b7a-6f2e1d9c0b35'

/** A shopper's carts form a chain: each id follows from the one before, the first from the shopper. */
const nextCartId = (previous: string): string => uuidv5(previous, namespace)

/**
 * The id of the shopper's newest cart as the log has it, open or closed; undefined when they have none yet.
 * `known` is a cart of theirs to start the search from, where a read model has one: what it has the log has.
 */
export const findNewestCart = async (
  { store }: Pick<CartCommandDependencies, 'store'>,
  userId: string,
  known?: string,
): Promise<string | undefined> => {
  let newest = known
  for (let cartId = nextCartId(known ?? userId); ; cartId = nextCartId(cartId)) {
    if ((await store.headVersion(cartStream(cartId))) === 0) return newest
    newest = cartId
  }
}

/**
 * The id of the shopper's open cart; of a new one when they have none. Two tabs that ask at once get the same
 * cart, since both derive the same id and a cart is created once.
 */
export const openCart = async (
  dependencies: CartCommandDependencies,
  identity: ShopIdentity,
  known?: string,
): Promise<string> => {
  const newest = await findNewestCart(dependencies, identity.userId, known)
  if (newest && (await isOpen(dependencies, newest))) return newest
  const cartId = nextCartId(newest ?? identity.userId)
  const handled = await dependencies.handle(storedCart, {
    streamId: cartId,
    command: { type: 'CreateCart', customerId: identity.userId },
    actor: actorOf(identity),
  })
  if (handled.type === 'overloaded') throw new Overloaded(handled.retryAfterMs)
  return cartId
}

/** Active, or left alone: what is done next takes it up again, unless it was moved to cold storage. */
const isOpen = async ({ aggregates, store }: CartCommandDependencies, cartId: string): Promise<boolean> => {
  const { state } = await aggregates.loadFresh(storedCart, cartId)
  if (state.status === 'active') return true
  if (!isOpenToOwner(state)) return false
  const check = { stream: cartStream(cartId), expectedVersion: 'exists', events: [] } as const
  return (await store.append(check)).type !== 'archived'
}
