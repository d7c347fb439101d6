import { answer } from '../../../kit/server/http/operation'
import { on } from '../../server/http/on'
import type { ServerContext } from '../../server/shared-context'
import { getOrderPayment } from '../wire/api-order-payment'
import { fulfilmentType } from '../wire/fulfilment-type'

/** What the API tells of orders that are seen through. */
export const fulfilmentOperations = ({ aggregates }: ServerContext) => [
  on(getOrderPayment, async ({ params: { orderId } }) => {
    const { state } = await aggregates.loadFresh(fulfilmentType, orderId)
    const { awaited } = state.own
    return answer({ awaited: awaited !== undefined, ...(awaited?.url !== undefined && { url: awaited.url }) })
  }),
]
