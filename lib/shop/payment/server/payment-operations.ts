import { readBytes } from '../../../kit/server/http/body'
import { answer } from '../../../kit/server/http/operation'
import { on } from '../../server/http/on'
import { refuse } from '../../server/http/refusal'
import type { ServerContext } from '../../server/shared-context'
import { getPayments, postStripeWebhook, postTestCard } from '../wire/api-payments'

/** What the API does about payments. */
export const paymentOperations = ({ payments }: ServerContext) => [
  on(getPayments, async () => answer(payments.offer)),
  on(postTestCard, async ({ body }) => {
    if (!payments.test) return refuse(404, 'ProviderNotUsed', 'Payments of this shop go through Stripe.')
    const made = await payments.test.tokenFor(body.number)
    return made ? answer(made) : refuse(422, 'CardInvalid', 'Check the number: it is none of a card.')
  }),
  on(postStripeWebhook, async ({ headers }, request) => {
    if (!payments.hearStripe) return refuse(404, 'ProviderNotUsed', 'This shop has no secret of a webhook.')
    const body = await readBytes(request.body)
    if (body.type === 'refused') return body
    const isHeard = await payments.hearStripe(body.value, headers['stripe-signature'] ?? '')
    return isHeard
      ? answer({ received: true as const })
      : refuse(400, 'SignatureInvalid', 'This was not signed with the secret of the webhook.')
  }),
]
