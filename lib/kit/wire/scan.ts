import type { Actor, DomainEvent, RecordedEvent } from '../events/recorded-event'

/** An event as a scan sends it: version, milliseconds since 1970, type, data, and who did it. */
export type ScanLine<Event extends DomainEvent = DomainEvent> = readonly [
  version: number,
  occurredAt: number,
  type: Event['type'],
  data: Event['data'],
  actorKind: Actor['kind'],
  actorId: string,
]

/** An event with as much as it takes to find it. */
export type ScannedEvent<Event extends DomainEvent = DomainEvent> = Event & {
  readonly version: number
  /** Milliseconds since 1970. */
  readonly at: number
  readonly actor: Actor
}

export const toScanLine = <Event extends DomainEvent>({
  version,
  occurredAt,
  type,
  data,
  metadata,
}: RecordedEvent<Event>): ScanLine<Event> => [
  version,
  Date.parse(occurredAt),
  type,
  data,
  metadata.actor.kind,
  metadata.actor.id,
]

export const fromScanLine = <Event extends DomainEvent>([
  version,
  at,
  type,
  data,
  kind,
  id,
]: ScanLine<Event>): ScannedEvent<Event> =>
  ({ type, data, version, at, actor: { kind, id } }) as ScannedEvent<Event>
