import { recentEvents } from '../../history/history'
import { type CartLog, headVersion } from '../stream-log/cart-log'
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
