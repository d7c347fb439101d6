import type Stripe from 'stripe'
import type { Authorisation } from '../port'
import { ofStripeAmount } from './stripe-amount'

/** How a payment intent stands, its latest charge expanded, in the port's words. */
export const authorisationOfIntent = (intent: Stripe.PaymentIntent): Authorisation => {
  const { id: paymentId, status, next_action: next, last_payment_error: error } = intent
  switch (status) {
    case 'requires_capture':
    case 'succeeded': {
      const card = cardOf(intent)
      return {
        type: 'authorised',
        paymentId,
        amount: ofStripeAmount(intent.amount, intent.currency),
        captures: card?.multicapture?.status === 'available' ? 'multiple' : 'single',
        ...(card?.capture_before && { expiresAt: new Date(card.capture_before * 1_000).toISOString() }),
      }
    }
    case 'requires_action': {
      const url = next?.redirect_to_url?.url
      return url ? { type: 'actionRequired', paymentId, url } : { type: 'pending', paymentId }
    }
    case 'requires_payment_method':
      return {
        type: 'declined',
        paymentId,
        code: error?.decline_code ?? error?.code ?? 'declined',
        message: error?.message ?? 'The payment was declined.',
      }
    case 'canceled':
      return { type: 'declined', paymentId, code: 'canceled', message: 'The payment was cancelled.' }
    default:
      return { type: 'pending', paymentId }
  }
}

const cardOf = ({ latest_charge: charge }: Stripe.PaymentIntent) =>
  charge !== null && typeof charge === 'object' ? charge.payment_method_details?.card : undefined
