import type { PendingEvent } from '../../../kit/client/session/stream-session'
import { recentEvents } from '../../../kit/history/history'
import { isSameMoney, type Money } from '../../money'
import type { Offers } from '../commands'
import type { CartEvent } from '../events'
import { lineKey } from '../lines'
import type { CartItem } from '../state'
import type { CartLog } from './cart-log'

/** A price that a line took on, or will take on with what its owner does next. */
export interface NotedPrice {
  readonly from: Money
  readonly to: Money
  readonly isDone: boolean
}

/** The shop sells it no more: it is left out when the cart is checked out. */
export interface NotedWithdrawal {
  readonly isWithdrawn: true
}

export type LineNote = NotedPrice | NotedWithdrawal

export type PriceNotes = ReadonlyMap<string, LineNote>

const none: PriceNotes = new Map()

/**
 * What is to be said of prices, by the key of the line: of one that was taken on until its line is changed by a later command, for
 * who changes it has seen the price; of one that the shop asks by now until it is taken on; of what is sold no more as long as it is in the cart.
 */
export const priceNotes = (
  items: readonly CartItem[],
  { history }: CartLog,
  pending: readonly PendingEvent<CartEvent>[],
  offers: Offers,
): PriceNotes => {
  const confirmed = recentEvents(history).events.map((event) => ({
    event,
    command: event.metadata.commandId ?? event.metadata.causationId,
  }))
  const waiting = pending.map(({ event, commandId }) => ({ event, command: commandId }))
  const taken = takenOn([...confirmed, ...waiting])
  const notes = new Map<string, LineNote>()
  for (const [productId, note] of taken) notes.set(lineKey({ productId, unitPrice: note.to }), note)
  for (const { productId, unitPrice: from } of items) {
    const offer = offers.get(productId)
    const to = offer?.unitPrice
    if (offer?.isWithdrawn) notes.set(lineKey({ productId, unitPrice: from }), { isWithdrawn: true })
    else if (to && to.currency === from.currency && !isSameMoney(to, from)) {
      notes.set(lineKey({ productId, unitPrice: from }), { from, to, isDone: false })
    }
  }
  return notes.size === 0 ? none : notes
}

interface Told {
  readonly event: CartEvent
  readonly command: string
}

/** By product. */
const takenOn = (events: readonly Told[]): ReadonlyMap<string, NotedPrice> => {
  const notes = new Map<string, NotedPrice>()
  const repricedBy = new Map<string, string>()
  for (const { event, command } of events) {
    if (!('productId' in event.data)) continue
    const { productId } = event.data
    if (event.type === 'ItemRepriced') {
      const from = notes.get(productId)?.from ?? event.data.oldPrice
      const to = event.data.newPrice
      if (isSameMoney(from, to)) notes.delete(productId)
      else notes.set(productId, { from, to, isDone: true })
      repricedBy.set(productId, command)
    } else if (repricedBy.get(productId) !== command) notes.delete(productId)
  }
  return notes
}
