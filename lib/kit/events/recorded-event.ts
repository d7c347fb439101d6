export interface DomainEvent {
  readonly type: string
  readonly data: object
}

/** Only what an event tells, not where it was recorded. */
export const bareEvent = <Event extends DomainEvent>({ type, data }: Event): Event =>
  ({ type, data }) as Event

/** Who did it. `id` is a user's id, a file's name for `import`, a component's for `system`. */
export interface Actor {
  readonly kind: 'guest' | 'customer' | 'staff' | 'import' | 'system'
  readonly id: string
}

export interface EventMetadata {
  readonly actor: Actor
  /** The whole story this event belongs to. */
  readonly correlationId: string
  /** What directly caused it: a command's or an event's id. */
  readonly causationId: string
  /** The idempotency key of the command, where one caused it. */
  readonly commandId: string | null
  /** What the command was, like AddItem; absent where none caused it, and from before it was recorded. */
  readonly commandType?: string | undefined
}

/** An event's shape as it was written. */
export interface StoredShape extends DomainEvent {
  readonly schemaVersion: number
}

/** A recorded event: the fact in its current shape, where it stands in the log, and how it came to be. */
export type RecordedEvent<E extends DomainEvent = DomainEvent> = E & {
  /** UUIDv7. */
  readonly eventId: string
  readonly streamType: string
  readonly streamId: string
  /** Place in the stream, from 1. */
  readonly version: number
  /** Place in the whole log. */
  readonly position: number
  readonly schemaVersion: number
  readonly metadata: EventMetadata
  /** ISO 8601, UTC. */
  readonly occurredAt: string
  /** When it was written to the log; ISO 8601, UTC. Absent where that isn't known, as in a file. */
  readonly recordedAt?: string | undefined
  /** Hex SHA-256 over the event as stored and its predecessor's hash in the stream. */
  readonly hash: string
  /** What conditions over the log can ask for; absent when there are none. */
  readonly tags?: readonly string[] | undefined
  /** As it stands in the log, which its hash covers; absent when that is its current shape, with nothing sealed in it. */
  readonly stored?: StoredShape | undefined
}
