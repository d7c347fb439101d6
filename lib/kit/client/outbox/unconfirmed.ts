import type { CartLog } from '../../../shop/cart/client/cart-log'
import { recentEvents } from '../../history/history'
import { headVersion } from '../stream-log/stream-log'
import { isUnconfirmed, type OutboxEntry } from './outbox'

/** What is on its way to a cart, as far as its log knows. */
export const unconfirmedOf = (
  entries: readonly OutboxEntry[],
  cartId: string | null,
  log: CartLog,
): readonly OutboxEntry[] => {
  const confirmed = new Set(recentEvents(log.history).events.map(({ metadata }) => metadata.commandId))
  return entries.filter(
    (entry) => !confirmed.has(entry.commandId) && isUnconfirmed(entry, cartId, headVersion(log)),
  )
}
