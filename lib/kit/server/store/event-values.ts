import { arrayLiteral } from './array-literal'
import type { SealedEvent } from './seal'

/** Of events what the functions take that append several, each in an array; their contents are one after the other. */
export const eventValues = (events: readonly SealedEvent[]): unknown[] => [
  events.map(({ event }) => event.eventId),
  events.map(({ event }) => event.type),
  events.map(({ event }) => event.schemaVersion),
  events.map(({ data }) => data),
  events.map(({ metadata }) => metadata),
  events.map(({ event }) => (event.tags?.length ? arrayLiteral(event.tags) : null)),
  events.map(({ event }) => event.occurredAt),
  Buffer.concat(events.map(({ content }) => content)),
]
