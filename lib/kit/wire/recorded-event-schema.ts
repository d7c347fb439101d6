import * as z from 'zod'
import type { RecordedEvent } from '../events/recorded-event'

const anyData: z.ZodType<object> = z.record(z.string(), z.unknown())

/** What is recorded with an event besides what it says. */
export const eventEnvelope = {
  eventId: z.uuid(),
  streamType: z.string(),
  streamId: z.string(),
  version: z.int().min(1),
  position: z.int().min(1),
  schemaVersion: z.int().min(1),
  metadata: z.object({
    actor: z.object({
      kind: z.enum(['guest', 'customer', 'staff', 'import', 'system']),
      id: z.string(),
    }),
    correlationId: z.string(),
    causationId: z.string(),
    commandId: z.string().nullable(),
    commandType: z
      .string()
      .optional()
      .describe('Like AddItem; absent where no command caused it, and from before it was recorded'),
  }),
  occurredAt: z.iso.datetime(),
  recordedAt: z.iso
    .datetime()
    .optional()
    .describe('When it was written to the log; what is imported occurred long before'),
  hash: z.string().describe("Hex SHA-256 over the event as stored and its predecessor's hash in the stream"),
  tags: z.array(z.string()).readonly().optional(),
  stored: z
    .object({ type: z.string(), schemaVersion: z.int().min(1), data: anyData })
    .optional()
    .describe(
      'As it stands in the log, which the hash covers, where it was written in an older shape or something in it is sealed',
    ),
}

/** Any event as it crosses the wire. */
export const recordedEvent = z.object({
  ...eventEnvelope,
  type: z.string(),
  data: anyData,
}) satisfies z.ZodType<RecordedEvent>
