import { answer } from '../../../kit/server/http/operation'
import { on } from '../../server/http/on'
import { refuse } from '../../server/http/refusal'
import type { ServerContext } from '../../server/shared-context'
import { getPayments, postTestCard } from '../wire/api-payments'

/** What the API does about payments. */
export const paymentOperations = ({ payments }: ServerContext) => [
  on(getPayments, async () => answer(payments.offer)),
  on(postTestCard, async ({ body }) => {
    if (!payments.test) return refuse(404, 'ProviderNotUsed', 'Payments of this shop go through Stripe.')
    const made = await payments.test.tokenFor(body.number)
    return made ? answer(made) : refuse(422, 'CardInvalid', 'Check the number: it is none of a card.')
  }),
]
