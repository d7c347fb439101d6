import type { RecordedEvent } from '../../events/recorded-event'
import { anyOf, type EventFilter, type EventFilters, type EventQuery } from './event-store'

/** An event as stored, and when it was. */
export interface StoredEntry {
  readonly event: RecordedEvent
  /** ISO 8601. */
  readonly recordedAt: string
}

/** Does an event as stored fit a query? */
export const isFoundBy = ({ types, tags = [] }: EventQuery, event: RecordedEvent): boolean =>
  (!types || types.includes(event.type)) && tags.every((tag) => event.tags?.includes(tag))

/** Does an event that isn't in the database fit one of the filters? What SQL says of those that are. */
export const matches = (filters: EventFilters | undefined, entry: StoredEntry): boolean =>
  anyOf(filters).some((filter) => fits(filter, entry))

const fits = (filter: EventFilter, { event, recordedAt }: StoredEntry): boolean => {
  const { streamTypes, correlationId, actorId, since, until, occurredSince, occurredUntil } = filter
  const { metadata, streamType, occurredAt } = event
  return (
    isFoundBy(filter, event) &&
    (!streamTypes || streamTypes.includes(streamType)) &&
    (correlationId === undefined || metadata.correlationId === correlationId) &&
    (actorId === undefined || metadata.actor.id === actorId) &&
    isWithin(recordedAt, since, until) &&
    isWithin(occurredAt, occurredSince, occurredUntil)
  )
}

const isWithin = (time: string, since: string | undefined, until: string | undefined): boolean =>
  (since === undefined || Date.parse(time) >= Date.parse(since)) &&
  (until === undefined || Date.parse(time) < Date.parse(until))
