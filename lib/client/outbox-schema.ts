import * as z from 'zod'
import { cartRequest } from '../protocol/commands'
import { money } from '../protocol/money'
import { emptyOutbox, type Outbox } from './outbox'

const entry = z.object({
  commandId: z.string(),
  request: cartRequest,
  product: z.object({ name: z.string(), unitPrice: money }).optional(),
  productName: z.string().optional(),
  expectedVersion: z.int().optional(),
  issuedAt: z.iso.datetime(),
  person: z.string().nullable(),
  cartId: z.string().nullable(),
  tried: z.boolean(),
  answered: z.object({ version: z.int(), at: z.number() }).optional(),
})

/** The outbox as it is kept in the browser and told from tab to tab. */
export const outboxSchema = z.object({
  revision: z.int(),
  entries: z.array(entry),
  sentAt: z.record(z.string(), z.number()),
})

export const outboxEntrySchema = entry

const keptOutbox = outboxSchema.extend({ entries: z.array(z.unknown()) })

/** What was kept, without entries of a shape that isn't read any more; an empty outbox where that is nothing. */
export const readOutbox = (kept: unknown): Outbox => {
  const parsed = keptOutbox.safeParse(kept)
  if (!parsed.success) return emptyOutbox
  const entries = parsed.data.entries.flatMap((each) => entry.safeParse(each).data ?? [])
  return { ...parsed.data, entries }
}
