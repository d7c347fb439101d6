import * as z from 'zod'
import { id, plainText, storableText } from '../../../kit/wire/text'
import { currencyCode } from '../../wire/named-money'

const price = z.object({
  amount: z
    .int32('must be a whole number')
    .min(0, 'must not be below zero')
    .describe('Minor units: cents, pence'),
  currency: currencyCode.describe('ISO 4217'),
})

const described = z.object({
  name: plainText(200),
  description: storableText.trim().max(2_000, 'must have at most 2,000 characters').default(''),
  category: plainText(100),
  group: id.optional().describe('Products of one group are variants of one thing'),
})

const quantity = z.int32('must be a whole number')
const reason = plainText(200)

/** A product that is new in the catalogue. */
export const newProduct = described.extend({
  productId: id,
  unitPrice: price,
  stock: quantity
    .min(0, 'must not be below zero')
    .optional()
    .describe('How many there are; left out, it is not counted and never runs out'),
})
export type NewProduct = z.infer<typeof newProduct>

const productChanges = [
  described.extend({ type: z.literal('DescribeProduct') }),
  z.object({ type: z.literal('PriceProduct'), unitPrice: price }),
  z.object({ type: z.literal('WithdrawProduct'), reason: reason.optional() }),
  z.object({ type: z.literal('BringBackProduct') }),
] as const

const stockChanges = [
  z.object({ type: z.literal('ReceiveStock'), quantity, reason: reason.optional() }),
  z.object({ type: z.literal('CountStock'), quantity }),
  z.object({ type: z.literal('StopCounting') }),
  z.object({ type: z.literal('WriteOffStock'), quantity, reason }),
] as const

/** What staff may ask of a product, and of what there is of it. */
export const productRequest = z.discriminatedUnion('type', [...productChanges, ...stockChanges])
export type ProductRequest = z.infer<typeof productRequest>
export type StockRequest = z.infer<(typeof stockChanges)[number]>
