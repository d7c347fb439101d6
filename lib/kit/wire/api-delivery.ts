import * as z from 'zod'

const uuid = '[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}'

const idempotencyKey = z
  .string()
  .regex(new RegExp(`^(?:${uuid}|"${uuid}")$`), 'must be a UUID, in quotes or not')
  .transform((key) => key.replaceAll('"', '').toLowerCase())
  .optional()
  .describe('The same as `commandId`: makes it happen once, however often it is sent')

const ifMatch = z
  .string()
  .regex(/^(?:\*|"\d{1,9}(?:\.\d{1,9})?")$/, 'must be the one ETag of a version, like "5", or *')
  .transform((tag) => (tag === '*' ? undefined : Number.parseInt(tag.slice(1), 10)))
  .optional()
  .describe(
    'The same as `expectedVersion`, as the `ETag` of a read: 412 when it is at another by now; `*` is any version',
  )

/** How a creation may be sent, besides its body. */
export const creationHeaders = z.object({ 'Idempotency-Key': idempotencyKey })

/** How a command may be sent, besides its body. */
export const commandHeaders = z.object({ 'Idempotency-Key': idempotencyKey, 'If-Match': ifMatch })
export type CommandHeaders = z.infer<typeof commandHeaders>
