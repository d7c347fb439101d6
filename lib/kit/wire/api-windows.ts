import * as z from 'zod'
import { keyframeInterval } from '../kernel/keyframe-interval'
import { endpoint } from './api-endpoint'
import { largestVersion, wholeNumber } from './api-fields'
import { anyState, noSuchStream, ofStream } from './api-streams'
import { recordedEvent } from './recorded-event-schema'

/** Where a window begins. */
export const windowQuery = z.object({
  from: wholeNumber(0, largestVersion)
    .refine((from) => from % keyframeInterval === 0, `must be a multiple of ${keyframeInterval}`)
    .describe('The version of the state'),
})

export const streamWindow = z.object({
  from: z.int().min(0),
  state: anyState.describe('The state at `from`, before the first of the events'),
  events: z.array(recordedEvent).readonly().describe(`The next ${keyframeInterval} of them at most`),
})

export const getStreamWindow = endpoint({
  ...ofStream,
  name: 'readStreamWindow',
  method: 'GET',
  path: '/api/streams/{streamType}/{streamId}/window',
  summary: 'A state of a stream and the events after it, to fold any version between from',
  validated: true,
  query: windowQuery,
  status: 200,
  answer: streamWindow,
  refusals: { 404: `${noSuchStream}. VersionNotFound: it has not come that far` },
})
