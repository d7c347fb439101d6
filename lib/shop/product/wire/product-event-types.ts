import * as z from 'zod'
import type { EventTypes } from '../../../kit/events/event-type'
import { money } from '../../wire/money'
import type { ProductEvent } from '../events'
import { productStreamType } from '../product-stream'

const { streamType } = productStreamType

const description = z.object({
  name: z.string(),
  description: z.string(),
  category: z.string(),
  group: z.string().optional(),
})

export const productEventTypes = {
  ProductListed: {
    streamType,
    schemaVersion: 1,
    data: description.extend({ unitPrice: money, hasPicture: z.boolean() }),
    defaults: { hasPicture: false },
  },
  ProductDescribed: { streamType, schemaVersion: 1, data: description },
  ProductPriced: { streamType, schemaVersion: 1, data: z.object({ oldPrice: money, newPrice: money }) },
  ProductWithdrawn: { streamType, schemaVersion: 1, data: z.object({ reason: z.string().optional() }) },
  ProductBroughtBack: { streamType, schemaVersion: 1, data: z.object({}) },
} satisfies EventTypes<ProductEvent>
