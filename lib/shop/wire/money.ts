import * as z from 'zod'

export const money = z.object({
  amount: z.int().describe('Minor units: cents, pence'),
  currency: z.string().length(3).describe('ISO 4217'),
})
