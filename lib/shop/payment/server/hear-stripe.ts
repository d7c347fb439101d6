import Stripe from 'stripe'
import type { PaymentNotice } from '../port'

interface Dependencies {
  readonly stripe: Pick<Stripe, 'webhooks'>
  readonly webhookSecret: string
  readonly notify: (notice: PaymentNotice) => Promise<void>
}

/** Takes what Stripe tells of payment intents of ours, once Stripe's signature is on it; false where it isn't. */
export const createHearStripe =
  ({ stripe, webhookSecret, notify }: Dependencies) =>
  async (body: Buffer, signature: string): Promise<boolean> => {
    const event = signed(() => stripe.webhooks.constructEvent(body, signature, webhookSecret))
    if (!event) return false
    const notice = noticeOf(event)
    if (notice) await notify(notice)
    return true
  }

const signed = (open: () => Stripe.Event): Stripe.Event | undefined => {
  try {
    return open()
  } catch (error) {
    if (error instanceof Stripe.errors.StripeSignatureVerificationError) return undefined
    throw error
  }
}

/** Who is told of an intent needn't believe how it is: only which one it is. */
const noticeOf = ({ type, data }: Stripe.Event): PaymentNotice | undefined => {
  if (!type.startsWith('payment_intent.')) return undefined
  const { id: paymentId, metadata } = data.object as Stripe.PaymentIntent
  const { order: orderId, key } = metadata
  return orderId === undefined || key === undefined ? undefined : { paymentId, orderId, key }
}
