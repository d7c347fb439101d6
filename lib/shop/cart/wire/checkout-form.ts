import * as z from 'zod'
import { storableText } from '../../../kit/wire/text'
import { checkoutDetails, contact } from './commands'

/** What a shopper fills in. What the form has a field for and nothing was written into is left out of what is sent. */
export const checkoutForm = checkoutDetails.extend({
  contact,
  discountCode: storableText.max(40, 'must have at most 40 characters'),
  usesCredit: z.boolean(),
})

export type CheckoutTyped = z.input<typeof checkoutForm>
export type CheckoutAnswers = z.output<typeof checkoutForm>
