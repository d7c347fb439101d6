import { type UndoTargets, undoTargets } from '../domain/cart/undo'
import type { CartLog } from './cart-log'
import type { PendingEvent } from './pending'

/** Where undo and redo lead when all that is pending has come to pass. */
export const undoTargetsOf = ({ history }: CartLog, pending: readonly PendingEvent[]): UndoTargets => {
  const confirmed = history.events
  const events = [...confirmed, ...pending.map(({ event }) => event)]
  const commandOf = (index: number): string =>
    confirmed[index]?.metadata.causationId ?? pending[index - confirmed.length]?.commandId ?? ''
  return undoTargets(events, commandOf)
}
