import * as z from 'zod'

/** What an event is told with when it is relayed: a CloudEvent 1.0 and what is ours in it. */
export const relayedEvent = z.object({
  specversion: z.literal('1.0'),
  id: z.uuid().describe('Of the event; whoever gets it twice knows it by this'),
  source: z.string().describe('/ and the type of the stream, / and its id, percent-encoded'),
  type: z.string().describe('hindsight, the type of the stream and that of the event, with dots between'),
  subject: z.string().describe('The id of the stream'),
  time: z.iso.datetime().describe('When it occurred'),
  datacontenttype: z.literal('application/json'),
  data: z
    .record(z.string(), z.unknown())
    .describe(
      'In its current shape; a personal field that was erased, or is withheld, is { "$erased": true }',
    ),
  streamversion: z.int().min(1).describe('Its place in the stream; events of a stream come in this order'),
  position: z.string().regex(/^\d+$/).describe('Its place in the whole log'),
  schemaversion: z.int().min(1),
  hash: z
    .string()
    .optional()
    .describe(
      "Hex SHA-256 over the event and its predecessor's hash in the stream; only where what is told is what was hashed",
    ),
  actorkind: z.string(),
  actorid: z.string(),
  correlationid: z.string().describe('The whole story that it belongs to'),
  causationid: z.string().describe('What directly caused it'),
  commandid: z.string().optional(),
  commandtype: z.string().optional(),
  withheld: z.literal(true).optional().describe('Personal fields of it are withheld from this receiver'),
})
