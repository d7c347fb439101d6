import type { DomainEvent } from '../../events/recorded-event'
import type { Versioned } from '../../streams/stream-type'
import type { StreamWindow } from '../../wire/stream-opening'

/** Where a browser reads the streams of a type. */
export interface StreamApi<State extends Versioned = Versioned, Event extends DomainEvent = DomainEvent> {
  /** The path of a stream: its window, events, outline and scan are below it. */
  pathOf(streamId: string): string
  /** The window that begins at a version, as the API answers it. */
  windowOf(answer: never, from: number): StreamWindow<State, Event>
}

/** Reads streams of any type as the API has them. */
export const streamApi = <State extends Versioned, Event extends DomainEvent>(
  streamType: string,
): StreamApi<State, Event> => ({
  pathOf: (streamId) => `/api/streams/${encodeURIComponent(streamType)}/${encodeURIComponent(streamId)}`,
  windowOf: (answer: StreamWindow<State, Event>) => answer,
})
