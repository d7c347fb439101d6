import type { RecordedEvent } from '../../events/recorded-event'
import type { EventStore } from './event-store'

/** The event at a position of the log; nothing where there is none. @throws UnreadableEvent */
export const eventAt = async (
  store: Pick<EventStore, 'readAll'>,
  position: number,
): Promise<RecordedEvent | undefined> => {
  const [event] = await store.readAll({ after: position - 1, upTo: position, limit: 1 })
  return event
}
