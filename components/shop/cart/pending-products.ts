import type { PendingEvent } from '@/lib/kit/client/outbox/pending'

/** The products whose line has a change on its way. */
export const pendingProducts = (pending: readonly PendingEvent[]): ReadonlySet<string> =>
  new Set(pending.flatMap(({ event }) => ('productId' in event.data ? [event.data.productId] : [])))
