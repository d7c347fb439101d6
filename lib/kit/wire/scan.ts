import type { CartEvent } from '../../shop/cart/events'
import type { Actor, RecordedEvent } from '../events/recorded-event'

/** A cart's event as a scan sends it: version, milliseconds since 1970, type, data, and who did it. */
export type ScanLine = readonly [
  version: number,
  occurredAt: number,
  type: CartEvent['type'],
  data: CartEvent['data'],
  actorKind: Actor['kind'],
  actorId: string,
]

/** A cart's event with as much as it takes to find it. */
export type ScannedEvent = CartEvent & {
  readonly version: number
  /** Milliseconds since 1970. */
  readonly at: number
  readonly actor: Actor
}

export const toScanLine = ({ version, occurredAt, type, data, metadata }: RecordedEvent): ScanLine => [
  version,
  Date.parse(occurredAt),
  type as CartEvent['type'],
  data as CartEvent['data'],
  metadata.actor.kind,
  metadata.actor.id,
]

export const fromScanLine = ([version, at, type, data, kind, id]: ScanLine): ScannedEvent =>
  ({ type, data, version, at, actor: { kind, id } }) as ScannedEvent
