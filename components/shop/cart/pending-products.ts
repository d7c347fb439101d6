import type { PendingEvent } from '@/lib/kit/client/session/stream-session'
import type { CartEvent } from '@/lib/shop/cart/events'

/** The products whose line has a change on its way. */
export const pendingProducts = (pending: readonly PendingEvent<CartEvent>[]): ReadonlySet<string> =>
  new Set(pending.flatMap(({ event }) => ('productId' in event.data ? [event.data.productId] : [])))
