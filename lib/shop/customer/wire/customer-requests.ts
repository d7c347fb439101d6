import * as z from 'zod'
import { plainText } from '../../../kit/wire/text'
import { checkoutDetails } from '../../cart/wire/commands'
import { country } from '../../wire/country'
import { email } from '../../wire/email'

const name = plainText(80)

/** What people may ask of a customer. What may be said of one is the domain's rule. */
export const customerRequest = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ChangeEmail'), email: email.describe('What they sign in with from then on') }),
  z.object({ type: z.literal('ChangeName'), name }),
  z.object({
    type: z.literal('ChangePhone'),
    phone: plainText(40)
      .optional()
      .describe('With + and the country’s code, or as it is dialled in `country`'),
    country: country.optional(),
  }),
  z.object({
    type: z.literal('ChangeAddress'),
    address: checkoutDetails.shape.shippingAddress.optional(),
  }),
  z.object({ type: z.literal('DeactivateCustomer'), reason: plainText(500) }),
  z.object({ type: z.literal('ReactivateCustomer') }),
])
export type CustomerRequest = z.infer<typeof customerRequest>
