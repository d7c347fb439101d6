import type { DomainEvent, EventMetadata, RecordedEvent } from '../../protocol/recorded-event'

export interface StreamName {
  readonly type: string
  readonly id: string
}

/** An event on its way into the log: the store gives it its version and position. */
export type NewEvent<E extends DomainEvent = DomainEvent> = E & {
  readonly eventId: string
  readonly schemaVersion: number
  readonly metadata: EventMetadata
  readonly occurredAt: string
}

/** A stream's version that the writer saw (0: it must be new), or `any` when it doesn't matter. */
export type ExpectedVersion = number | 'any'

export interface Append {
  readonly stream: StreamName
  readonly expectedVersion: ExpectedVersion
  readonly events: readonly NewEvent[]
  /** Makes the append happen once, however often it is sent to this stream. */
  readonly commandId?: string | undefined
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

export type AppendResult =
  /** `version` and `position` are those of the last event written. */
  | { readonly type: 'written'; readonly version: number; readonly position: number }
  | { readonly type: 'conflict'; readonly expected: number; readonly actual: number }
  | { readonly type: 'duplicate'; readonly outcome: CommandOutcome }

export interface ReadStream {
  /** First version to read; 1 when left out. */
  readonly from?: number
  /** Last version to read; the head when left out. */
  readonly to?: number
  readonly limit?: number
}

export interface ReadAll {
  /** Position to read after; 0 for the beginning. */
  readonly after: number
  readonly limit: number
  /** Only events of this type. */
  readonly type?: string | undefined
}

/** The log. Expected outcomes are values; a throw means that the log could not be reached. */
export interface EventStore {
  /** Appends, each judged by itself; answers in their order. One transaction: durable when it answers. */
  readonly append: (...appends: readonly Append[]) => Promise<AppendResult[]>
  /** A stream's events in order of version; empty for a stream that isn't there. */
  readonly readStream: (stream: StreamName, range?: ReadStream) => Promise<RecordedEvent[]>
  /** The whole log in order of position. */
  readonly readAll: (range: ReadAll) => Promise<RecordedEvent[]>
  /** The position of the log's last event; 0 when it is empty. */
  readonly headPosition: () => Promise<number>
  readonly findOutcome: (stream: StreamName, commandId: string) => Promise<CommandOutcome | undefined>
  /** Keeps an outcome that appended nothing. The first one kept is the one that counts, and is given back. */
  readonly keepOutcome: (
    stream: StreamName,
    commandId: string,
    outcome: CommandOutcome,
  ) => Promise<CommandOutcome>
}
