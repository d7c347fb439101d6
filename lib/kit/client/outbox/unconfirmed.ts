import { recentEvents } from '../../history/history'
import { headVersion, type StreamLog } from '../stream-log/stream-log'
import { isUnconfirmed } from './outbox'
import type { OutboxEntry } from './outbox-entry'

/** What is on its way to a stream, as far as its log knows. */
export const unconfirmedOf = <Entry extends OutboxEntry>(
  entries: readonly Entry[],
  streamId: string | null,
  log: StreamLog,
): readonly Entry[] => {
  const confirmed = new Set(recentEvents(log.history).events.map(({ metadata }) => metadata.commandId))
  return entries.filter(
    (entry) => !confirmed.has(entry.commandId) && isUnconfirmed(entry, streamId, headVersion(log)),
  )
}
