import * as z from 'zod'
import { endpoint } from './api-endpoint'
import { largestVersion, nextNumber, wholeNumber } from './api-fields'
import { anyState, noSuchStream, ofStream } from './api-streams'

/** Which keyframes are asked for. */
export const keyframesQuery = z.object({
  after: wholeNumber(0, largestVersion).default(0).describe('Only keyframes after this version'),
  limit: wholeNumber(1, 400).default(100).describe('How many at most'),
})

/** Where a keyframe stands, whatever it is of. */
export const keyframePlace = {
  version: z.int().min(1),
  position: z.int().min(1).describe('Place in the whole log of the event it was reached with'),
  at: z.iso.datetime().describe('The latest time of all events up to it'),
}

/** A page of keyframes. */
export const keyframesPageOf = <Keyframe extends z.ZodType>(keyframe: Keyframe) =>
  z.object({
    keyframes: z.array(keyframe).describe('Oldest first'),
    every: z.int().describe('How many versions lie between two of them'),
    headVersion: z.int().min(1),
    next: nextNumber,
  })

export const streamKeyframe = z.object({ ...keyframePlace, state: anyState })

export const streamKeyframesPage = keyframesPageOf(streamKeyframe)

export const getStreamKeyframes = endpoint({
  ...ofStream,
  name: 'readStreamKeyframes',
  method: 'GET',
  path: '/api/streams/{streamType}/{streamId}/keyframes',
  summary: 'States of a stream at regular versions, to fold its events on from',
  query: keyframesQuery,
  status: 200,
  answer: streamKeyframesPage,
  refusals: { 404: noSuchStream },
})
