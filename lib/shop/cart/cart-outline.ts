import { extendMarkedOutline, type MarkedOutline, markedOutlineOf } from '../../kit/history/marked-outline'
import type { OutlinedEvent } from '../../kit/history/outline'
import { cartStreamType } from './cart-stream'

/** The outline of all events of a cart. */
export const cartOutlineOf = (events: readonly OutlinedEvent[]): MarkedOutline =>
  markedOutlineOf(events, cartStreamType.milestones)

/** The outline with the events that follow it; the same where none does. */
export const extendCartOutline = (outline: MarkedOutline, events: readonly OutlinedEvent[]): MarkedOutline =>
  extendMarkedOutline(outline, events, cartStreamType.milestones)
