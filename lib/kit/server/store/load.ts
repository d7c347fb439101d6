import type { DomainEvent, RecordedEvent } from '../../events/recorded-event'
import type { StreamName } from '../../events/stream-name'
import type { EventStore } from './event-store'

const pageSize = 5000

/**
 * All events of a stream from a version on, or up to one, in pages.
 * `E` is what the stream's type promises: only its own aggregate writes to it.
 */
export const loadStream = async <E extends DomainEvent>(
  store: Pick<EventStore, 'readStream'>,
  stream: StreamName,
  from = 1,
  to?: number,
): Promise<RecordedEvent<E>[]> => {
  const events: RecordedEvent[] = []
  for (;;) {
    const page = await store.readStream(stream, { from: from + events.length, to, limit: pageSize })
    for (const event of page) events.push(event)
    if (page.length < pageSize) return events as RecordedEvent<E>[]
  }
}
