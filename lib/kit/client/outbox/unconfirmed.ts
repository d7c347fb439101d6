import { headVersion, type StreamLog } from '../stream-log/stream-log'
import { confirmedIn } from './confirmed'
import { isUnconfirmed } from './outbox'
import type { OutboxEntry } from './outbox-entry'

/** What is on its way to a stream, as far as its log knows. */
export const unconfirmedOf = <Entry extends OutboxEntry>(
  entries: readonly Entry[],
  streamId: string | null,
  log: StreamLog,
): readonly Entry[] => {
  const onTheirWay = entries.filter((entry) => isUnconfirmed(entry, streamId, headVersion(log)))
  if (onTheirWay.length === 0) return onTheirWay
  const confirmed = confirmedIn(log)
  return onTheirWay.filter(({ commandId }) => !confirmed.has(commandId))
}
