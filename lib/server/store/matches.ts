import { storedTypesOf } from '../../protocol/events/registry'
import type { RecordedEvent } from '../../protocol/recorded-event'
import type { EventFilter, EventQuery } from './event-store'

/** An event as stored, and when it was. */
export interface StoredEntry {
  readonly event: RecordedEvent
  /** ISO 8601. */
  readonly recordedAt: string
}

const isFoundBy = ({ types, tags = [] }: EventQuery, event: RecordedEvent): boolean =>
  (!types || types.flatMap(storedTypesOf).includes(event.type)) &&
  tags.every((tag) => event.tags?.includes(tag))

/** Does an event that isn't in the database fit a filter? What SQL says of those that are. */
export const matches = (filter: EventFilter, { event, recordedAt }: StoredEntry): boolean => {
  const { streamTypes, correlationId, actorId, since, until } = filter
  const { metadata, streamType } = event
  const time = Date.parse(recordedAt)
  return (
    isFoundBy(filter, event) &&
    (!streamTypes || streamTypes.includes(streamType)) &&
    (correlationId === undefined || metadata.correlationId === correlationId) &&
    (actorId === undefined || metadata.actor.id === actorId) &&
    (since === undefined || time >= Date.parse(since)) &&
    (until === undefined || time < Date.parse(until))
  )
}
