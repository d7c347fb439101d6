import * as z from 'zod'

/** An address as events have it. */
export const recordedAddress = z.object({
  street: z.string(),
  city: z.string(),
  state: z.string(),
  zipCode: z.string(),
  country: z.string(),
})
