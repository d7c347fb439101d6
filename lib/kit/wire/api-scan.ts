import * as z from 'zod'
import { endpoint } from './api-endpoint'
import { afterVersion } from './api-fields'
import { noSuchStream, ofStream } from './api-streams'

/** A line of a scan; `type` is the schema of the names that events of its stream have. */
export const scanLineOf = (type: z.ZodType<string>) =>
  z
    .tuple([
      z.int().min(1).describe('Version'),
      z.int().describe('When it occurred: milliseconds since 1970'),
      type.describe('Type'),
      z.record(z.string(), z.unknown()).describe('Data, in its current shape'),
      z.string().describe("The actor's kind"),
      z.string().describe("The actor's id"),
    ])
    .describe('One line')

/** Lines of JSON, by a name that ends in `+json`: Next compresses that, and `application/x-ndjson` not. */
export const scanContentType = 'application/stream+json'

/** Where a scan begins. */
export const scanQuery = z.object({
  after: afterVersion,
})

export const getStreamScan = endpoint({
  ...ofStream,
  name: 'scanStream',
  method: 'GET',
  path: '/api/streams/{streamType}/{streamId}/scan',
  summary: "All of a stream's events up to its head in short, oldest first: a line for each, streamed",
  query: scanQuery,
  status: 200,
  contentType: scanContentType,
  answer: scanLineOf(z.string()),
  refusals: { 404: noSuchStream },
})
