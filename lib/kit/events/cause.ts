import type { EventMetadata, RecordedEvent } from './recorded-event'

/** Where a command or an event stands in a story: which story it belongs to, and what directly caused it. */
export type Cause = Pick<EventMetadata, 'correlationId' | 'causationId'>

/** The cause of what begins a story of its own: a command nobody caused, an import, a seed. */
export const beginStory = (id: string): Cause => ({ correlationId: id, causationId: id })

/** The cause of what an event brings about: it joins the event's story. */
export const causedBy = ({ eventId, metadata }: Pick<RecordedEvent, 'eventId' | 'metadata'>): Cause => ({
  correlationId: metadata.correlationId,
  causationId: eventId,
})
