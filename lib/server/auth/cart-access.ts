import type { CartCreated } from '../../domain/cart/events'
import type { Identity } from '../../protocol/identity'
import type { EventStore } from '../store/event-store'
import { cartStream } from '../store/streams'

/**
 * May this person see the cart? Its owner and staff may; for anybody else it isn't there. The owner stands
 * in the first event and never changes.
 */
export const canSeeCart = async (
  store: EventStore,
  identity: Identity | undefined,
  cartId: string,
): Promise<boolean> => {
  if (!identity) return false
  const [created] = await store.readStream(cartStream(cartId), { to: 1 })
  if (!created) return false
  return identity.role === 'staff' || (created.data as CartCreated['data']).customerId === identity.userId
}
