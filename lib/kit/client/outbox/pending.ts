import { cart } from '../../../shop/cart/cart'
import type { CartHistory } from '../../../shop/cart/client/cart-log'
import { noOffers } from '../../../shop/cart/client/offers'
import type { CartCommand, OfferedProduct, Offers } from '../../../shop/cart/commands'
import type { CartRejection } from '../../../shop/cart/decide'
import type { CartEvent } from '../../../shop/cart/events'
import type { CartState } from '../../../shop/cart/state'
import type { CartRequest } from '../../../shop/cart/wire/commands'
import { stateAt } from '../../history/history'
import type { ConcurrencyConflict } from '../../wire/answers'
import type { PendingEvent as SessionPendingEvent } from '../session/stream-session'

/** A command on its way: sent or about to be, not yet confirmed by the log. */
export interface PendingCommand {
  readonly commandId: string
  readonly request: CartRequest
  /** What the page knows of the product, to decide locally; the server asks its own catalogue. */
  readonly product?: OfferedProduct | undefined
  /** The version it was meant for, where it makes no sense on another. */
  readonly expectedVersion?: number | undefined
  readonly issuedAt: string
}

export type PendingEvent = SessionPendingEvent<CartEvent>

interface Refused {
  readonly commandId: string
  readonly rejection: CartRejection | ConcurrencyConflict
}

export interface Optimistic {
  readonly state: CartState
  readonly events: readonly PendingEvent[]
  /** What the rules refuse on this base, and would be refused by the server too. */
  readonly refused: readonly Refused[]
}

/**
 * Decides the pending commands again on what is confirmed, by the very rules the server has. A cart that
 * isn't there yet is created first, as the server will.
 */
export const decidePending = (
  confirmed: CartHistory,
  pending: readonly PendingCommand[],
  /** What the page knows of the catalogue; nothing where it isn't the owner who asks. */
  offers: Offers = noOffers,
): Optimistic => {
  const events: PendingEvent[] = []
  const refused: Refused[] = []
  let state = confirmed.head
  const pastOf = (version: number): CartState | undefined => {
    const since = version - confirmed.head.version
    if (since <= 0) return stateAt(confirmed, version)
    return cart.fold(
      confirmed.head,
      events.slice(0, since).map(({ event }) => event),
    )
  }
  const decide = (command: CartCommand, { commandId, issuedAt }: PendingCommand) => {
    const decision = cart.decide(command, state)
    if (decision.type === 'rejected') {
      refused.push({ commandId, rejection: decision.rejection })
      return
    }
    state = cart.fold(state, decision.events)
    events.push(...decision.events.map((event) => ({ commandId, event, issuedAt })))
  }
  for (const command of pending) {
    const { commandId, expectedVersion: expected = state.version } = command
    if (expected !== state.version) {
      refused.push({ commandId, rejection: { type: 'ConcurrencyConflict', expected, actual: state.version } })
      continue
    }
    if (state.status === 'none') decide({ type: 'CreateCart', customerId: state.customerId }, command)
    const meant = toCommand(command, pastOf, offers)
    if (meant) decide(meant, command)
  }
  return { state, events, refused }
}

/** Undefined for a return to a past that isn't at hand: only the server can decide that. */
const toCommand = (
  { request, product }: PendingCommand,
  pastOf: (version: number) => CartState | undefined,
  offers: Offers,
): CartCommand | undefined => {
  switch (request.type) {
    case 'AddItem':
      return { ...request, product: offers.get(request.productId) ?? product, offers }
    case 'RestoreCart': {
      const past = pastOf(request.toVersion)
      // Of what isn't known the last price is taken for today's; the server knows.
      const isKnown = past?.items.every(({ productId }) => offers.has(productId))
      return past && { ...request, past, offers: isKnown ? offers : undefined }
    }
    default:
      return { ...request, offers }
  }
}
