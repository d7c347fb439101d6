import type { DomainEvent, RecordedEvent } from '../../protocol/recorded-event'
import type { EventStore, StreamName } from './event-store'

const pageSize = 1000

/**
 * All events of a stream from a version on, in pages.
 * `E` is what the stream's type promises: only its own aggregate writes to it.
 */
export const loadStream = async <E extends DomainEvent>(
  store: EventStore,
  stream: StreamName,
  from = 1,
): Promise<RecordedEvent<E>[]> => {
  const events: RecordedEvent[] = []
  for (;;) {
    const page = await store.readStream(stream, { from: from + events.length, limit: pageSize })
    events.push(...page)
    if (page.length < pageSize) return events as RecordedEvent<E>[]
  }
}
