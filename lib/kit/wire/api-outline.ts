import * as z from 'zod'
import { endpoint } from './api-endpoint'
import { noSuchStream, ofStream } from './api-streams'

const axis = (start: string, width: string) =>
  z.object({
    start: z.number().describe(start),
    width: z.number().describe(width),
    columns: z
      .array(
        z.object({
          counts: z.record(z.string(), z.int().min(1)).readonly().describe('How many events of each type'),
          last: z.int().min(0).describe('The last version up to here'),
        }),
      )
      .readonly(),
  })

export const streamOutline = z.object({
  version: z.int().min(1).describe('The last version in it'),
  byVersion: axis('Version 1', 'How many versions a column holds'),
  byTime: axis('When it begins, in milliseconds since 1970', 'How many milliseconds a column holds'),
  marks: z
    .array(z.object({ version: z.int().min(1), type: z.string() }))
    .readonly()
    .describe(
      'What stands out, like beginnings and ends, and `Conflict` where a command met another version; the latest 500',
    ),
})
export type StreamOutline = z.infer<typeof streamOutline>

export const getStreamOutline = endpoint({
  ...ofStream,
  name: 'readStreamOutline',
  method: 'GET',
  path: '/api/streams/{streamType}/{streamId}/outline',
  summary: 'How much happened when in a stream, however long its history',
  status: 200,
  answer: streamOutline,
  refusals: { 404: noSuchStream },
})
