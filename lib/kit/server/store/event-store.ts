import type { DomainEvent, EventMetadata, RecordedEvent } from '../../events/recorded-event'
import type { StreamName } from '../../events/stream-name'

/** An event on its way into the log: the store gives it its version, position and hash. */
export type NewEvent<E extends DomainEvent = DomainEvent> = E & {
  /** A UUID that no other event has. */
  readonly eventId: string
  readonly schemaVersion: number
  readonly metadata: EventMetadata
  /** ISO 8601 in UTC with milliseconds. */
  readonly occurredAt: string
  /** What conditions over the log can ask for, like `topic:mug`. */
  readonly tags?: readonly string[] | undefined
}

/**
 * What the writer knows of the stream: the version it saw, `none` (it must be new; the same as 0), `exists`, or
 * `any` when it doesn't matter.
 */
export type ExpectedVersion = number | 'none' | 'exists' | 'any'

export interface Append {
  readonly stream: StreamName
  readonly expectedVersion: ExpectedVersion
  /** None: it only checks that the stream is as expected. */
  readonly events: readonly NewEvent[]
  /** A UUID that makes the append happen once, however often it is sent to this stream. */
  readonly commandId?: string | undefined
  /** Of what the command asks for; the same id with another one is `reused`. */
  readonly fingerprint?: Buffer | undefined
}

/** What a command id was answered the first time. */
export type CommandOutcome =
  | {
      readonly type: 'accepted'
      readonly fromVersion: number
      readonly version: number
      readonly position: number
    }
  | { readonly type: 'rejected'; readonly rejection: object }
  | { readonly type: 'conflict'; readonly expected: number; readonly actual: number }

/** The command id was answered before, but for something else. */
export interface CommandReused {
  readonly type: 'reused'
}

export interface Written {
  readonly type: 'written'
  /** Version and position are those of the last event written; of a check the stream's version, and where the log ended. */
  readonly version: number
  readonly position: number
  /** As they stand in the log now, in the shape they were written in. */
  readonly events: readonly RecordedEvent[]
}

/** The stream isn't as the writer expected it; `actual` is its version, 0 when it isn't there. */
export interface Conflict {
  readonly type: 'conflict'
  readonly expected: ExpectedVersion
  readonly actual: number
}

/** Too much waits to be written: nothing of this was. */
export interface OverloadedResult {
  readonly type: 'overloaded'
  readonly retryAfterMs: number
}

export type AppendResult =
  | Written
  | Conflict
  | { readonly type: 'duplicate'; readonly outcome: CommandOutcome }
  | CommandReused
  /** The stream was moved to cold storage: it has to be brought back first. */
  | { readonly type: 'archived' }
  | OverloadedResult

/** Events of one of the types and with all of the tags; what is left out doesn't matter. */
export interface EventQuery {
  readonly types?: readonly string[] | undefined
  readonly tags?: readonly string[] | undefined
}

export interface ConditionQuery extends EventQuery {
  /** What this query found up to here was seen; the condition's own when left out. */
  readonly after?: number | undefined
}

/** Holds while no event that any of the queries finds came after its position: a dynamic consistency boundary. */
export interface AppendCondition {
  readonly queries: readonly ConditionQuery[]
  /** The position for queries without one of their own; 0 when left out: any event they find breaks it. */
  readonly after?: number | undefined
}

/** Appends that are written all or not at all. */
export interface AppendTogether {
  /** None: the condition alone is checked. */
  readonly appends: readonly Append[]
  readonly condition?: AppendCondition | undefined
}

export type TogetherResult =
  | { readonly type: 'written'; readonly results: readonly Written[] }
  /** For each append why it couldn't be written; `refused` when it could, but not without the others. */
  | {
      readonly type: 'refused'
      readonly results: readonly (
        | Exclude<AppendResult, Written | OverloadedResult>
        | { readonly type: 'refused' }
      )[]
    }
  /** The condition doesn't hold: the newest event that breaks it stands at the position. */
  | { readonly type: 'outdated'; readonly position: number }
  | OverloadedResult

export type ReadDirection = 'forwards' | 'backwards'

export interface ReadStream {
  /** Lowest version to read; 1 when left out. */
  readonly from?: number | undefined
  /** Highest version to read; the head when left out. */
  readonly to?: number | undefined
  /** 1000 when left out. */
  readonly limit?: number | undefined
  readonly direction?: ReadDirection | undefined
}

/** Which events of the log; all that is given has to fit. */
export interface EventFilter extends EventQuery {
  readonly streamTypes?: readonly string[] | undefined
  readonly correlationId?: string | undefined
  /** The actor's id. */
  readonly actorId?: string | undefined
  /** Recorded at this time or later; ISO 8601. */
  readonly since?: string | undefined
  /** Recorded before this time; ISO 8601. */
  readonly until?: string | undefined
  /** Occurred at this time or later; ISO 8601. What is imported occurred long before it was recorded. */
  readonly occurredSince?: string | undefined
  /** Occurred before this time; ISO 8601. */
  readonly occurredUntil?: string | undefined
}

/** One filter, or several of which one has to let an event through; none of none does. */
export type EventFilters = EventFilter | readonly EventFilter[]

/** As a list, in which an event has to fit one. */
export const anyOf = (filters: EventFilters = {}): readonly EventFilter[] =>
  Array.isArray(filters) ? filters : [filters as EventFilter]

/** One of the parts that the streams of the log are dealt out to; all events of a stream are in one of them. */
export interface Partition {
  readonly of: number
  /** From 0. */
  readonly nth: number
}

export interface ReadAll {
  /** Only events after this position; from the beginning when left out. */
  readonly after?: number | undefined
  /** Only events up to this position; to the end when left out. */
  readonly upTo?: number | undefined
  readonly limit: number
  readonly direction?: ReadDirection | undefined
  readonly filter?: EventFilters | undefined
  readonly partition?: Partition | undefined
}

/**
 * The log. Expected outcomes are values; a throw means that the log could not be reached, that an append
 * isn't fit to be written (`InvalidAppend`) or a read to be made (`InvalidRead`), or that an event can't be
 * read (`UnreadableEvent`).
 */
export interface EventStore {
  /** Durable when it answers `written`. Appends to one stream are judged in the order of their calls. */
  readonly append: (append: Append) => Promise<AppendResult>
  /** Appends to several streams, or under a condition over the log: all or nothing. */
  readonly appendTogether: (together: AppendTogether) => Promise<TogetherResult>
  /** A stream's events in order of version; none for a stream that isn't there. */
  readonly readStream: (stream: StreamName, range?: ReadStream) => Promise<RecordedEvent[]>
  /** The log in order of position. */
  readonly readAll: (range: ReadAll) => Promise<RecordedEvent[]>
  /** The event of an id, wherever it stands. */
  readonly readEvent: (eventId: string) => Promise<RecordedEvent | undefined>
  /** The position of the log's last event; 0 when it is empty. */
  readonly headPosition: () => Promise<number>
  /** A stream's version; 0 when it isn't there. */
  readonly headVersion: (stream: StreamName) => Promise<number>
  readonly findOutcome: (stream: StreamName, commandId: string) => Promise<CommandOutcome | undefined>
  /** Keeps an outcome that appended nothing. The first one kept is the one that counts, and is given back. */
  readonly keepOutcome: (
    stream: StreamName,
    commandId: string,
    outcome: CommandOutcome,
    fingerprint?: Buffer,
  ) => Promise<CommandOutcome | CommandReused>
}
