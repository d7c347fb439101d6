import * as z from 'zod'
import { endpoint } from './api-endpoint'
import { afterVersion, nextNumber, pageLimit } from './api-fields'
import { momentQuery } from './api-moment'
import { recordedEvent } from './recorded-event-schema'
import { streamAt, streamRef } from './stream-ref'

/** What every endpoint about one stream has: only those who may see the stream are answered. */
export const ofStream = {
  access: 'viewer',
  params: streamRef,
  streamOf: streamAt,
  absent: 'StreamNotFound',
} as const

/** Why a stream is not there, by the codes that say so. */
export const noSuchStream =
  'StreamNotFound: there is no such stream, or it is not yours to see. StreamTypeUnknown: there are no streams of this type'

/** A state as its own type has it. */
export const anyState = z.record(z.string(), z.unknown()).describe('As the type of stream folds it')

export const streamState = z.object({
  streamType: z.string(),
  streamId: z.string(),
  version: z.int().min(0),
  position: z.int().min(0).describe('Place in the whole log of the event it was reached with'),
  state: anyState,
})

export const getStream = endpoint({
  ...ofStream,
  name: 'readStream',
  method: 'GET',
  path: '/api/streams/{streamType}/{streamId}',
  summary: 'The state of a stream as it is, or as it was at a version, a time or a place in the log',
  validated: true,
  query: momentQuery,
  status: 200,
  answer: streamState,
  refusals: { 404: `${noSuchStream}. VersionNotFound: it has not come that far` },
})

/** Which of a stream's events are asked for. */
export const eventsAfter = z.object({
  after: afterVersion,
  limit: pageLimit,
})

export const streamEventsPage = z.object({
  events: z.array(recordedEvent).readonly(),
  headVersion: z.int().min(1),
  next: nextNumber,
})

export const getStreamEvents = endpoint({
  ...ofStream,
  name: 'readStreamEvents',
  method: 'GET',
  path: '/api/streams/{streamType}/{streamId}/events',
  summary: "A stream's events, oldest first",
  validated: true,
  query: eventsAfter,
  status: 200,
  answer: streamEventsPage,
  refusals: { 404: noSuchStream },
})
