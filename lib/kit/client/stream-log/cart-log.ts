import { cart } from '../../../shop/cart/cart'
import type { CartState } from '../../../shop/cart/state'
import type { RecordedCartEvent } from '../../../shop/wire/recorded-shop-events'
import { emptyHistory, extendHistory, type History, openHistory, withWindow } from '../../history/history'
import type { CartOpening, CartWindow } from '../../wire/cart-opening'

export type CartHistory = History<CartState, RecordedCartEvent>

/** A cart's confirmed events in the browser, with their fold: the last ones, and such windows as were asked for. */
export interface CartLog {
  readonly cartId: string
  /** When its first event happened, ISO 8601; undefined while there is none. */
  readonly createdAt: string | undefined
  readonly history: CartHistory
}

export const emptyLog = (cartId: string): CartLog => ({
  cartId,
  createdAt: undefined,
  history: emptyHistory<CartState, RecordedCartEvent>(cart.initial(cartId), cart.fold),
})

export const openLog = ({ cartId, createdAt, last, windows }: CartOpening): CartLog => ({
  cartId,
  createdAt,
  history: windows.reduce<CartHistory>(
    (history, window) => withWindow(history, window),
    extendHistory(openHistory<CartState, RecordedCartEvent>(cart.fold, last.from, last.state), last.events),
  ),
})

export const headVersion = (log: CartLog): number => log.history.version

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
  const createdAt = log.createdAt ?? fresh[0]?.occurredAt
  return { type: 'appended', log: { ...log, createdAt, history: extendHistory(log.history, fresh) } }
}

/** Takes in a window of the past that was asked for. */
export const applyWindow = (log: CartLog, window: CartWindow): CartLog => {
  const history = withWindow(log.history, window)
  return history === log.history ? log : { ...log, history }
}
