import type { RecordedEvent } from '../../events/recorded-event'
import type { ReadStream } from '../store/event-store'
import type { StoredEntry } from '../store/matches'

/** What `readStream` gives of a stream whose events are at hand, as they were written. */
export const readArchivedStream = (
  entries: readonly StoredEntry[],
  { from = 1, to = entries.length, limit = 1000, direction = 'forwards' }: ReadStream,
): RecordedEvent[] => {
  const found = entries.slice(Math.max(0, from - 1), Math.max(0, to))
  if (direction === 'backwards') found.reverse()
  return found.slice(0, limit).map(({ event }) => event)
}
