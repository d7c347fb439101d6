import type { DomainEvent, RecordedEvent } from '../events/recorded-event'

/** Some of a stream's events in a row, and the state before them. */
export interface StreamWindow<State = unknown, Event extends DomainEvent = DomainEvent> {
  /** The version of `state`: a multiple of `keyframeInterval`. */
  readonly from: number
  readonly state: State
  readonly events: readonly RecordedEvent<Event>[]
}

/** What a page brings of a stream: its last events with the state before them, and the windows of what it looks at. */
export interface StreamOpening<State = unknown, Event extends DomainEvent = DomainEvent> {
  readonly streamType: string
  readonly streamId: string
  /** When its first event happened, ISO 8601; undefined while there is none. */
  readonly createdAt: string | undefined
  /** It may hold more events than a window does. */
  readonly last: StreamWindow<State, Event>
  readonly windows: readonly StreamWindow<State, Event>[]
}
