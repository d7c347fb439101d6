import type { RecordedEvent } from '../../events/recorded-event'
import type { EventFilters } from '../store/event-store'
import { matches } from '../store/matches'

/** Those of the events at hand that the log would have answered for a filter. */
export const eventsFor = (
  events: readonly RecordedEvent[],
  filter: EventFilters | undefined,
): readonly RecordedEvent[] => (filter ? events.filter((event) => isFoundBy(filter, event)) : events)

/** It is found by its current type, and by the one that stands in the log. */
const isFoundBy = (filter: EventFilters, event: RecordedEvent): boolean => {
  const { recordedAt = '', stored } = event
  return (
    matches(filter, { event, recordedAt }) ||
    (stored !== undefined && matches(filter, { event: { ...event, type: stored.type }, recordedAt }))
  )
}
