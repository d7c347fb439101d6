import type { DomainEvent, RecordedEvent } from '../../events/recorded-event'
import { emptyHistory, extendHistory, type History, openHistory, withWindow } from '../../history/history'
import type { StreamType, Versioned } from '../../streams/stream-type'
import type { StreamOpening, StreamWindow } from '../../wire/stream-opening'

export type StreamHistory<
  State extends Versioned = Versioned,
  Event extends DomainEvent = DomainEvent,
> = History<State, RecordedEvent<Event>>

/** A stream's confirmed events in the browser, with their fold: the last ones, and such windows as were asked for. */
export interface StreamLog<State extends Versioned = Versioned, Event extends DomainEvent = DomainEvent> {
  readonly streamId: string
  /** When its first event happened, ISO 8601; undefined while there is none. */
  readonly createdAt: string | undefined
  readonly history: StreamHistory<State, Event>
}

type Folded<State extends Versioned, Event extends DomainEvent> = Pick<
  StreamType<State, never, Event>,
  'initial' | 'fold'
>

/** The log of a stream that has no events yet. */
export const emptyLog = <State extends Versioned, Event extends DomainEvent>(
  type: Folded<State, Event>,
  streamId: string,
): StreamLog<State, Event> => ({
  streamId,
  createdAt: undefined,
  history: emptyHistory<State, RecordedEvent<Event>>(type.initial(streamId), type.fold),
})

/** The log of a stream as a page brought it. */
export const openLog = <State extends Versioned, Event extends DomainEvent>(
  type: Folded<State, Event>,
  { streamId, createdAt, last, windows }: StreamOpening<State, Event>,
): StreamLog<State, Event> => ({
  streamId,
  createdAt,
  history: windows.reduce<StreamHistory<State, Event>>(
    (history, window) => withWindow(history, window),
    extendHistory(openHistory<State, RecordedEvent<Event>>(type.fold, last.from, last.state), last.events),
  ),
})

export const headVersion = (log: StreamLog): number => log.history.version

export type Applied<State extends Versioned = Versioned, Event extends DomainEvent = DomainEvent> =
  | { readonly type: 'same'; readonly log: StreamLog<State, Event> }
  | { readonly type: 'appended'; readonly log: StreamLog<State, Event> }
  /** Something between is missing: read the stream from `after`, then apply again. */
  | { readonly type: 'gap'; readonly log: StreamLog<State, Event>; readonly after: number }

/** Takes in events that arrived, in order of version: what is known already is dropped. */
export const applyLive = <State extends Versioned, Event extends DomainEvent>(
  log: StreamLog<State, Event>,
  events: readonly RecordedEvent<Event>[],
): Applied<State, Event> => {
  const head = log.history.version
  const fresh: RecordedEvent<Event>[] = []
  for (const event of events) if (event.version === head + fresh.length + 1) fresh.push(event)
  const last = head + fresh.length
  if (events.some((event) => event.version > last)) return { type: 'gap', log, after: head }
  if (fresh.length === 0) return { type: 'same', log }
  const createdAt = log.createdAt ?? fresh[0]?.occurredAt
  return { type: 'appended', log: { ...log, createdAt, history: extendHistory(log.history, fresh) } }
}

/** Takes in a window of the past that was asked for. */
export const applyWindow = <State extends Versioned, Event extends DomainEvent>(
  log: StreamLog<State, Event>,
  window: StreamWindow<State, Event>,
): StreamLog<State, Event> => {
  const history = withWindow(log.history, window)
  return history === log.history ? log : { ...log, history }
}
