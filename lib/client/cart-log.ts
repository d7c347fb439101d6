import { cart } from '../domain/cart/cart'
import type { CartState } from '../domain/cart/state'
import { emptyHistory, extendHistory, type History } from '../history/history'
import type { RecordedCartEvent } from '../protocol/recorded-event'

/** A cart's confirmed events in the browser, with their fold. Holds versions 1..n without a gap. */
export interface CartLog {
  readonly cartId: string
  readonly history: History<CartState, RecordedCartEvent>
}

export const emptyLog = (cartId: string): CartLog => ({
  cartId,
  history: emptyHistory<CartState, RecordedCartEvent>(cart.initial(cartId), cart.fold),
})

export const headVersion = (log: CartLog): number => log.history.events.length

export type Applied =
  | { readonly type: 'same'; readonly log: CartLog }
  | { readonly type: 'appended'; readonly log: CartLog }
  /** Something between is missing: read the stream from `after`, then apply again. */
  | { readonly type: 'gap'; readonly log: CartLog; readonly after: number }

/** Takes in events that arrived, in order of version: what is known already is dropped. */
export const applyLive = (log: CartLog, events: readonly RecordedCartEvent[]): Applied => {
  const head = headVersion(log)
  const fresh: RecordedCartEvent[] = []
  for (const event of events) if (event.version === head + fresh.length + 1) fresh.push(event)
  const last = head + fresh.length
  if (events.some((event) => event.version > last)) return { type: 'gap', log, after: head }
  if (fresh.length === 0) return { type: 'same', log }
  return { type: 'appended', log: { ...log, history: extendHistory(log.history, fresh) } }
}
