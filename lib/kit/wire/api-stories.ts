import * as z from 'zod'
import { endpoint } from './api-endpoint'
import { afterPosition, nextNumber, wholeNumber } from './api-fields'
import { recordedEvent } from './recorded-event-schema'
import { id } from './text'

/** An event as a part of its story: what it says, where it stands, and what caused it. */
export const storyEvent = recordedEvent
  .pick({
    eventId: true,
    streamType: true,
    streamId: true,
    version: true,
    position: true,
    type: true,
    data: true,
    occurredAt: true,
  })
  .extend(recordedEvent.shape.metadata.omit({ correlationId: true }).shape)
export type StoryEvent = z.infer<typeof storyEvent>

export const storyPage = z.object({
  correlationId: z.string(),
  events: z.array(storyEvent).readonly().describe('Oldest first'),
  next: nextNumber,
  withheld: z
    .literal(true)
    .optional()
    .describe('Between these events are others, in streams that are not yours to see'),
})
export type StoryPage = z.infer<typeof storyPage>

const atMost = 200
/** So many events of a story are shown together, and read where no other number is asked for. */
export const storyPart = 100

export const getStory = endpoint({
  name: 'readStory',
  method: 'GET',
  path: '/api/stories/{correlationId}',
  summary: 'What belongs together, across streams: events by their correlation id, with what caused each',
  access: 'identified',
  params: z.object({ correlationId: id }),
  absent: 'StoryNotFound',
  query: z.object({
    after: afterPosition,
    limit: wholeNumber(1, atMost).default(storyPart).describe('How many at most'),
  }),
  status: 200,
  answer: storyPage,
  refusals: { 404: 'StoryNotFound: no story has such an id' },
})
