import * as z from 'zod'
import { money } from '../../wire/money'

/** Terms as they are stored, and as the API tells them. */
export const prices = z.enum(['gross', 'net']).describe('Whether prices have tax in them')

export const shippingRate = z.object({
  id: z.string(),
  countries: z.array(z.string()).readonly().describe('None: wherever no other rate names'),
  by: z.enum(['total', 'weight']),
  steps: z
    .array(z.object({ from: z.int().min(0), price: money }))
    .readonly()
    .describe('From so much on (of goods in minor units, or of weight in grams), it costs this'),
})

export const taxRate = z.object({
  id: z.string(),
  countries: z.array(z.string()).readonly().describe('None: wherever no other rate names'),
  on: z.discriminatedUnion('type', [
    z.object({ type: z.literal('all') }),
    z.object({ type: z.literal('category'), category: z.string() }),
    z.object({ type: z.literal('shipping') }),
  ]),
  rate: z.int().min(0).describe('In parts of ten thousand: 1900 is 19 %'),
  from: z.string().describe('It holds from then until one that begins later'),
})

export const discountCode = z.object({
  code: z.string(),
  worth: z.discriminatedUnion('type', [
    z.object({ type: z.literal('percent'), rate: z.int().min(1) }),
    z.object({ type: z.literal('amount'), amount: money }),
    z.object({ type: z.literal('freeShipping') }),
  ]),
  minimum: money.optional(),
  from: z.string().optional(),
  until: z.string().optional(),
  limit: z.int().min(1).optional(),
  limitPerCustomer: z.int().min(1).optional(),
})

export const seller = z.object({
  name: z.string(),
  address: z.string(),
  country: z.string(),
  taxNumber: z.string().optional(),
  email: z.string().optional(),
})
