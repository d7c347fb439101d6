import * as z from 'zod'
import type { CartRefusal } from '../../../shop/cart/wire/cart-answers'
import { cartRequest } from '../../../shop/cart/wire/commands'
import { money } from '../../../shop/wire/money'
import type { RecordedCartEvent } from '../../../shop/wire/recorded-shop-events'
import { id } from '../../wire/text'
import { emptyOutbox, type Outbox } from './outbox'
import type { TabMessage } from './tab-message'

const item = z.object({
  productId: z.string(),
  productName: z.string(),
  quantity: z.int(),
  unitPrice: money,
})

const entry = z.object({
  commandId: z.string(),
  request: cartRequest,
  product: z.object({ name: z.string(), unitPrice: money }).optional(),
  productName: z.string().optional(),
  shown: z.array(item).optional(),
  expectedVersion: z.int().optional(),
  issuedAt: z.iso.datetime(),
  person: z.string().nullable(),
  cartId: z.string().nullable(),
  tried: z.boolean(),
  answered: z.object({ version: z.int(), at: z.number() }).optional(),
  parked: z.boolean().optional(),
  keptMs: z.number().optional(),
})

/** The outbox as it is kept in the browser and told from tab to tab. */
const outboxSchema = z.object({
  revision: z.int(),
  entries: z.array(entry),
  sentAt: z.record(z.string(), z.number()),
  sweptAt: z.number().optional(),
})

const keptOutbox = outboxSchema.extend({ entries: z.array(z.unknown()) })

/** What was kept, without entries of a shape that isn't read any more; an empty outbox where that is nothing. */
export const readOutbox = (kept: unknown): Outbox => {
  const parsed = keptOutbox.safeParse(kept)
  if (!parsed.success) return emptyOutbox
  const entries = parsed.data.entries.flatMap((each) => entry.safeParse(each).data ?? [])
  return { ...parsed.data, entries }
}

/** Enough to take it in: it comes from a page of this very shop, which had it from the server. */
const event = z.custom<RecordedCartEvent>(
  (value) =>
    z
      .object({
        type: z.string(),
        data: z.looseObject({}),
        version: z.int().min(1),
        metadata: z.looseObject({ commandId: z.string().nullable() }),
      })
      .safeParse(value).success,
)

const tabMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('outbox'), outbox: outboxSchema }),
  z.object({ type: z.literal('confirmed'), cartId: id, events: z.array(event) }),
  z.object({ type: z.literal('opened'), cartId: id, person: z.string().nullable() }),
  z.object({
    type: z.literal('refused'),
    entry,
    rejection: z.custom<CartRefusal>((value) => z.object({ type: z.string() }).safeParse(value).success),
  }),
])

/** What another tab said; undefined where that can't be read: it may run another version of the shop. */
export const readTabMessage = (data: unknown): TabMessage | undefined => tabMessage.safeParse(data).data
