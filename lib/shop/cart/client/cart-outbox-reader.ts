import * as z from 'zod'
import { createOutboxReader, keptEntry } from '../../../kit/client/outbox/outbox-schema'
import { money } from '../../wire/money'
import { cartRequest } from '../wire/commands'
import type { CartEntry, CartTypes } from './cart-entry'
import { productOf } from './coalesce'

const item = z.object({
  productId: z.string(),
  productName: z.string(),
  quantity: z.int(),
  unitPrice: money,
})

/** Pages of the version before told the stream as `cartId` alone. */
const entry = z
  .object({
    ...keptEntry,
    request: cartRequest,
    product: z.object({ name: z.string(), unitPrice: money }).optional(),
    productName: z.string().optional(),
    shown: z.array(item).optional(),
    cartId: z.string().nullish(),
    streamId: z.string().nullish(),
  })
  .refine(({ cartId, streamId }) => cartId !== undefined || streamId !== undefined)
  .transform(
    ({ cartId = null, streamId = cartId, ...rest }): CartEntry => ({
      ...rest,
      streamId,
      subject: productOf(rest.request),
    }),
  )

/** Reads commands for carts that other pages wrote down or told of. */
export const cartOutboxReader = createOutboxReader<CartTypes>(entry)
