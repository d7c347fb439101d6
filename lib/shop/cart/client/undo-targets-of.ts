import type { PendingEvent } from '../../../kit/client/session/stream-session'
import { recentEvents } from '../../../kit/history/history'
import type { CartEvent } from '../events'
import { type UndoTargets, undoTargets } from '../undo'
import type { CartLog } from './cart-log'

/** Where undo and redo lead when all that is pending has come to pass; as far back as the latest windows reach. */
export const undoTargetsOf = (
  { history }: CartLog,
  pending: readonly PendingEvent<CartEvent>[],
): UndoTargets => {
  const { from, events: confirmed } = recentEvents(history)
  const events = [...confirmed, ...pending.map(({ event }) => event)]
  const commandOf = (index: number): string =>
    confirmed[index]?.metadata.causationId ?? pending[index - confirmed.length]?.commandId ?? ''
  return undoTargets(events, commandOf, from)
}
