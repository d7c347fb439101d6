import { validatedAs } from '../../../kit/server/http/etag'
import { answer } from '../../../kit/server/http/operation'
import { deliveryOf, toldByHeader } from '../../server/http/delivery'
import { on } from '../../server/http/on'
import type { ServerContext } from '../../server/shared-context'
import { getOrder, getOrders, postOrderCommand } from '../wire/api-orders'
import { storedOrder } from '../wire/stored-order'
import { handleOrderRequest } from './order-commands'
import { refuseOrder } from './order-refusal'
import { snapshotAt } from './order-snapshot'

/** What the API does with orders: list, read and change them. */
export const orderOperations = ({
  aggregates,
  store,
  commands,
  coverEdit,
  pricing,
  readModels,
}: ServerContext) => [
  on(getOrders, async ({ identity, query: { waitFor, customerId, ...search } }) => {
    const freshness = await readModels.waitFor('orders', waitFor)
    const isStaff = identity.role === 'staff'
    const whose = isStaff ? customerId : identity.userId
    const [page, counts] = await Promise.all([
      readModels.orders({ ...search, customerId: whose }),
      isStaff ? readModels.orderCounts() : undefined,
    ])
    return answer({ ...page, ...(counts && { counts }), ...freshness })
  }),
  on(getOrder, async ({ params: { orderId }, query }) => {
    const snapshot = await snapshotAt({ aggregates, store }, orderId, query)
    if (snapshot.type === 'refused') return snapshot
    const { order } = snapshot
    return answer(order, validatedAs(storedOrder, order.version))
  }),
  on(postOrderCommand, async ({ identity, params: { orderId }, headers, body }) => {
    const { commandId, expectedVersion, ...request } = body
    const delivery = deliveryOf(headers, { commandId, expectedVersion })
    if (delivery.type === 'refused') return delivery
    const handled = await handleOrderRequest(
      { ...commands, coverEdit, pricing },
      identity,
      orderId,
      request,
      delivery.value,
    )
    if (handled.type === 'rejected') return toldByHeader(refuseOrder(handled.rejection), headers)
    const { version, position, events } = handled
    return answer({ version, position, events })
  }),
]
