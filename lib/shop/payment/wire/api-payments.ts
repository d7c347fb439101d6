import * as z from 'zod'
import { endpoint } from '../../../kit/wire/api-endpoint'
import { paymentOffer } from './payment-offer'

export const getPayments = endpoint({
  name: 'readPayments',
  method: 'GET',
  path: '/api/payments',
  summary: 'Who payments go through here, and what a page needs to have a card entered',
  access: 'anyone',
  status: 200,
  answer: paymentOffer,
})

/** The test provider's own: a page sends a card's number here, and nowhere else. */
export const postTestCard = endpoint({
  name: 'addTestCard',
  method: 'POST',
  path: '/api/payments/test/cards',
  summary:
    "Turns a card's number into a token of the built-in test provider; the number is kept nowhere, the token goes with a checkout",
  access: 'identified',
  body: z.object({ number: z.string().min(1).max(40).describe('Digits, with spaces or without') }),
  status: 201,
  answer: z.object({ token: z.string(), lastFour: z.string() }),
  refusals: {
    404: 'ProviderNotUsed: payments of this shop go through another provider',
    422: 'CardInvalid: that is no number of a card',
  },
})

/** Stripe's own: what it tells of payments, signed. */
export const postStripeWebhook = endpoint({
  name: 'hearStripe',
  method: 'POST',
  path: '/api/payments/stripe',
  summary: 'Takes what Stripe tells of payments, signed by it: how a payment is then Stripe is asked',
  access: 'anyone',
  headers: z.object({ 'stripe-signature': z.string().max(2_000).optional() }),
  status: 200,
  answer: z.object({ received: z.literal(true) }),
  refusals: {
    400: 'SignatureInvalid: this was not signed with the secret of the webhook',
    404: 'ProviderNotUsed: payments of this shop go through another provider',
  },
})
