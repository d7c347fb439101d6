import * as z from 'zod'

export const currencyCode = z.string().regex(/^[A-Z]{3}$/, 'must be three capital letters')

/** The same as people type it into a form. */
export const typedCurrency = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z]{3}$/, 'must be three letters, like USD')

/** What somebody says an amount is; it is answered, and an answer is kept: so it has to be fit for that. */
export const namedMoney = z.object({
  amount: z.int('must be a whole number').describe('Minor units: cents, pence'),
  currency: currencyCode.describe('ISO 4217'),
})
