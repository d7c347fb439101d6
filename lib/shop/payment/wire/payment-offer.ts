import * as z from 'zod'

/** How one pays in this shop, for the page that takes a card. */
export const paymentOffer = z.discriminatedUnion('provider', [
  z.object({
    provider: z.literal('test'),
    /** What the page says, so that nobody takes it for a payment. */
    says: z.string(),
    cards: z.array(z.object({ number: z.string(), words: z.string() })).readonly(),
  }),
  z.object({ provider: z.literal('stripe'), publishableKey: z.string() }),
])

export type PaymentOffer = z.infer<typeof paymentOffer>
