import * as z from 'zod'
import type { EventTypes } from '../../../kit/events/event-type'
import { money } from '../../wire/money'
import type { ProductEvent } from '../events'
import { productStreamType } from '../product-stream'

export const productEventTypes = {
  ProductListed: {
    streamType: productStreamType.streamType,
    schemaVersion: 1,
    data: z.object({
      name: z.string(),
      description: z.string(),
      category: z.string(),
      unitPrice: money,
      hasPicture: z.boolean(),
    }),
    defaults: { hasPicture: false },
  },
} satisfies EventTypes<ProductEvent>
