import type { RecordedEvent } from '../../../kit/events/recorded-event'
import type { EventStore } from '../../../kit/server/store/event-store'
import type { Identity } from '../../../kit/wire/identity'
import { cartStream } from '../../server/streams'
import type { CartCreated } from '../events'

/**
 * May this person see the cart that began with this event? Its owner and staff may; for anybody else it isn't
 * there. The owner stands in the first event and never changes.
 */
export const canSeeCartOf = (created: RecordedEvent, { role, userId }: Identity): boolean =>
  role === 'staff' || (created.data as CartCreated['data']).customerId === userId

/** May this person see the cart, and is it there? */
export const canSeeCart = async (
  store: EventStore,
  identity: Identity | undefined,
  cartId: string,
): Promise<boolean> => {
  if (!identity) return false
  const [created] = await store.readStream(cartStream(cartId), { to: 1 })
  return created !== undefined && canSeeCartOf(created, identity)
}
