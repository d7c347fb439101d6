import * as z from 'zod'
import type { OrderAmounts } from '../amounts/amounts'
import { money } from './money'

const amount = money.extend({ amount: z.int().min(0) })

const tax = z.object({ rate: z.int().describe('In parts of ten thousand: 1900 is 19 %'), amount })

/** What an order comes to, as it crosses the wire. */
export const orderAmounts = z.object({
  prices: z.enum(['gross', 'net']).describe('Whether prices have tax in them'),
  lines: z
    .array(
      z.object({
        lineId: z.string(),
        quantity: z.int().min(1),
        unitPrice: money,
        discount: amount,
        tax,
        total: amount,
      }),
    )
    .readonly(),
  shipping: z.object({ price: amount, discount: amount, tax, total: amount }),
  discountCode: z.string().optional(),
  total: amount,
}) satisfies z.ZodType<OrderAmounts>
