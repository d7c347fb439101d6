import type { CartLog } from '../../../shop/cart/client/cart-log'
import { recentEvents } from '../../history/history'
import type { OutboxEntry } from './outbox'

interface Page {
  readonly cartId: string | null
  /** Is the cart only looked at? */
  readonly readOnly: boolean
}

/** How many commands have no answer yet: all that a shopper asked for; on a page about one cart those for that cart. */
export const unsentCount = (
  entries: readonly Pick<OutboxEntry, 'cartId' | 'answered' | 'parked'>[],
  { cartId, readOnly }: Page,
): number =>
  entries.filter((entry) => !entry.answered && !entry.parked && (!readOnly || entry.cartId === cartId)).length

/** What the shop fails on. What stands in the log was taken after all: only its answer was lost. */
export const parkedOf = (entries: readonly OutboxEntry[], log: CartLog): readonly OutboxEntry[] => {
  const failing = entries.filter(({ parked }) => parked)
  if (failing.length === 0) return failing
  const confirmed = new Set(recentEvents(log.history).events.map(({ metadata }) => metadata.commandId))
  return failing.filter(({ commandId }) => !confirmed.has(commandId))
}
