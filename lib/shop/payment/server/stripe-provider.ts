import Stripe from 'stripe'
import type { Money } from '../../money'
import type { Asks, AuthoriseAsked, PaymentAsked, PaymentProvider, Refused, Sought } from '../port'
import { ofStripeAmount, toStripeAmount } from './stripe-amount'
import { authorisationOfIntent } from './stripe-authorisation'

const { errors } = Stripe
const awayErrors = [
  errors.StripeConnectionError,
  errors.StripeAPIError,
  errors.StripeRateLimitError,
  errors.StripeAuthenticationError,
  errors.StripePermissionError,
]
const expand = ['latest_charge']
const timeoutMs = 20_000

/** Stripe by its official SDK. Where it is reached can be another place in tests. */
export const createStripe = (
  secretKey: string,
  where: Pick<Stripe.StripeConfig, 'host' | 'port' | 'protocol'> = {},
): Stripe =>
  // Who asks again asks what became of the first time, too.
  new Stripe(secretKey, { ...where, timeout: timeoutMs, maxNetworkRetries: 0, telemetry: false })

/** Payments by Stripe: authorised by a payment intent that is captured by hand, in parts where account and card allow. */
export const createStripeProvider = (stripe: Stripe): PaymentProvider => {
  const retrieve = (paymentId: string) => stripe.paymentIntents.retrieve(paymentId, { expand })

  /** Within a day the same key brings the same intent back (idempotency); what is older than a minute the search has. */
  const searched = async (key: string): Promise<Stripe.PaymentIntent | undefined> => {
    const query = `metadata['key']:'${key}'`
    const { data } = await stripe.paymentIntents.search({ query, limit: 1, expand: ['data.latest_charge'] })
    return data[0]
  }

  const findings: {
    readonly [Kind in keyof Asks]: (asked: Sought<Kind>) => Promise<Asks[Kind][1] | undefined>
  } = {
    authorise: async ({ key, paymentId }) => {
      const intent = paymentId === undefined ? await searched(key) : await retrieve(paymentId)
      return intent && authorisationOfIntent(intent)
    },
    capture: async ({ key, paymentId }) => {
      const { metadata, currency } = await retrieve(paymentId)
      const taken = metadata[captureNote(key)]
      if (taken === undefined) return undefined
      return { type: 'captured', captureId: key, amount: ofStripeAmount(Number(taken), currency) }
    },
    refund: async ({ key, paymentId }) => {
      const { data } = await stripe.refunds.list({ payment_intent: paymentId, limit: 100 })
      const refund = data.find(({ metadata }) => metadata?.key === key)
      return refund && refundOf(refund)
    },
    release: async ({ paymentId }) => ((await isOver(paymentId)) ? { type: 'released' } : undefined),
  }

  const isOver = async (paymentId: string): Promise<boolean> =>
    ['canceled', 'succeeded'].includes((await retrieve(paymentId)).status)

  return {
    name: 'stripe',
    isDown: (error) => awayErrors.some((away) => error instanceof away),
    authorise: async (asked) => {
      const amount = toStripeAmount(asked.amount)
      if (amount === undefined) return { ...tooFine(asked.amount), type: 'declined' }
      try {
        const idempotencyKey = asked.key
        const intent = await stripe.paymentIntents.create(intentOf(asked, amount), { idempotencyKey })
        return authorisationOfIntent(intent)
      } catch (error) {
        const { payment_intent: intent, ...refusal } = refusalOf(error)
        return { ...refusal, type: 'declined', ...(intent && { paymentId: intent.id }) }
      }
    },
    capture: async ({ key, paymentId, amount, isLast }) => {
      const taken = toStripeAmount(amount)
      if (taken === undefined) return tooFine(amount)
      return orRefused(async () => {
        await stripe.paymentIntents.capture(
          paymentId,
          {
            amount_to_capture: taken,
            metadata: { [captureNote(key)]: taken },
            ...(!isLast && { final_capture: false }),
          },
          { idempotencyKey: key },
        )
        return { type: 'captured', captureId: key, amount }
      })
    },
    refund: async ({ key, paymentId, amount }) => {
      const returned = toStripeAmount(amount)
      if (returned === undefined) return tooFine(amount)
      return orRefused(async () =>
        refundOf(
          await stripe.refunds.create(
            { payment_intent: paymentId, amount: returned, metadata: { key } },
            { idempotencyKey: key },
          ),
        ),
      )
    },
    release: ({ key, paymentId }: PaymentAsked) =>
      orRefused(async () => {
        if (!(await isOver(paymentId))) {
          await stripe.paymentIntents.cancel(paymentId, {}, { idempotencyKey: key })
        }
        return { type: 'released' }
      }),
    find: (kind, asked) => findings[kind](asked),
  }
}

const intentOf = (
  { orderId, key, amount, reference, returnUrl }: AuthoriseAsked,
  counted: number,
): Stripe.PaymentIntentCreateParams => ({
  amount: counted,
  currency: amount.currency.toLowerCase(),
  payment_method: reference,
  allowed_payment_method_types: ['card'],
  payment_method_options: { card: { request_multicapture: 'if_available' } },
  capture_method: 'manual',
  confirm: true,
  return_url: returnUrl,
  metadata: { order: orderId, key },
  expand,
})

/** Where an intent notes a capture: Stripe gives captures in parts no id. A name there has at most 40 characters. */
const captureNote = (key: string): string => `capture_${key.replaceAll('-', '')}`

const refundOf = ({ id, amount, currency, status, failure_reason }: Stripe.Refund): Asks['refund'][1] =>
  status === 'failed' || status === 'canceled'
    ? { type: 'refused', code: failure_reason ?? status, message: 'The refund did not reach the card.' }
    : { type: 'refunded', refundId: id, amount: ofStripeAmount(amount, currency) }

const tooFine = ({ currency }: Money): Refused => ({
  type: 'refused',
  code: 'amount_too_fine',
  message: `Stripe has no such amount in ${currency}.`,
})

/** What Stripe says no to; anything else leaves open whether it was done, and is thrown. */
const refusalOf = (error: unknown): Refused & Pick<Stripe.errors.StripeError, 'payment_intent'> => {
  const isRefusal =
    error instanceof Stripe.errors.StripeCardError || error instanceof Stripe.errors.StripeInvalidRequestError
  if (!isRefusal) throw error
  const { decline_code: declined, code = error.type, message, payment_intent } = error
  return { type: 'refused', code: declined ?? code, message, ...(payment_intent && { payment_intent }) }
}

const orRefused = async <Done>(act: () => Promise<Done | Refused>): Promise<Done | Refused> => {
  try {
    return await act()
  } catch (error) {
    const { payment_intent: _, ...refused } = refusalOf(error)
    return refused
  }
}
