import * as z from 'zod'
import { isTooFine, readAmount } from '@/lib/shop/wire/amount'
import { typedCurrency } from '@/lib/shop/wire/named-money'

/** A price as people write it: an amount in major units, and its currency. */
export const priceFields = z.object({
  amount: z
    .string()
    .trim()
    .regex(/^\d{1,7}(\.\d{1,3})?$/, 'must be an amount like 15.99'),
  currency: typedCurrency,
})

const notFiner = ({ amount, currency }: z.infer<typeof priceFields>): boolean => !isTooFine(amount, currency)

/** Refuses what is finer than the currency has. */
export const withFinePrice = <Fields extends z.ZodType<z.infer<typeof priceFields>>>(fields: Fields) =>
  fields.refine(notFiner, { path: ['amount'], error: 'is finer than the currency' })

export const priceOf = ({ amount, currency }: z.infer<typeof priceFields>) => readAmount(amount, currency)
