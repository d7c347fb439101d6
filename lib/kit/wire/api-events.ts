import * as z from 'zod'
import { endpoint } from './api-endpoint'
import { afterPosition, eventName, instant, nextNumber, pageLimit } from './api-fields'
import { recordedEvent } from './recorded-event-schema'
import { id } from './text'

export const eventsPage = z.object({
  events: z.array(recordedEvent).readonly(),
  next: nextNumber,
})

/** Which events of the log are asked for. */
export const eventFilter = {
  after: afterPosition,
  type: eventName.optional().describe('Only events of this type'),
  streamType: z
    .string()
    .regex(/^[A-Za-z]{1,64}$/, 'must be the type of a stream')
    .optional()
    .describe('Only events of streams of this type'),
  correlationId: id.optional().describe('Only events of this story'),
  actor: id.optional().describe('Only events this actor caused, by their id'),
  since: instant.optional().describe('Only events recorded at this time or later'),
  until: instant.optional().describe('Only events recorded before this time'),
  occurredSince: instant
    .optional()
    .describe(
      'Only events that occurred at this time or later; what is imported occurred long before it was recorded',
    ),
  occurredUntil: instant.optional().describe('Only events that occurred before this time'),
}

export const getEvent = endpoint({
  name: 'readEvent',
  method: 'GET',
  path: '/api/events/{eventId}',
  summary: 'One event of the log, by its id',
  access: 'staff',
  params: z.object({ eventId: z.uuid().transform((eventId) => eventId.toLowerCase()) }),
  absent: 'EventNotFound',
  status: 200,
  answer: recordedEvent,
  refusals: { 404: 'EventNotFound: the log has no event of this id' },
})

export const getEvents = endpoint({
  name: 'readEvents',
  method: 'GET',
  path: '/api/events',
  summary: 'The whole log, oldest first',
  access: 'staff',
  query: z.object({ ...eventFilter, limit: pageLimit }),
  status: 200,
  answer: eventsPage,
})
