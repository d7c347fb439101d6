import * as z from 'zod'
import { money } from '../../wire/money'

/** A product as the shop offers it. */
export const catalogueProduct = z.object({
  productId: z.string(),
  name: z.string(),
  description: z.string(),
  category: z.string(),
  group: z.string().optional().describe('Products of one group are variants of one thing'),
  unitPrice: money,
  hasPicture: z.boolean(),
})
export type CatalogueProduct = z.infer<typeof catalogueProduct>
