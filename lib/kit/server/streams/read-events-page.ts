import type { DomainEvent, RecordedEvent } from '../../events/recorded-event'
import { streamOf } from '../../streams/stream-of'
import type { Foldable } from '../aggregates/aggregate'
import type { EventStore } from '../store/event-store'

interface Page {
  /** Only events after this version. */
  readonly after: number
  readonly limit: number
}

/** Some of a stream's events, oldest first; `next` says where to go on, null where it ends. */
export const readEventsPage = async <State, Event extends DomainEvent>(
  store: Pick<EventStore, 'readStream' | 'headVersion'>,
  type: Foldable<State, Event>,
  streamId: string,
  { after, limit }: Page,
) => {
  const stream = streamOf(type, streamId)
  const events: RecordedEvent[] = await store.readStream(stream, { from: after + 1, limit })
  const headVersion = await store.headVersion(stream)
  const last = events.at(-1)?.version
  const next = last !== undefined && last < headVersion ? last : null
  return { events: events as RecordedEvent<Event>[], headVersion, next }
}
