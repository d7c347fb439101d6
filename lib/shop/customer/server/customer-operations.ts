import { answer } from '../../../kit/server/http/operation'
import { deliveryOf, toldByHeader } from '../../server/http/delivery'
import { on } from '../../server/http/on'
import { refuseAbsent } from '../../server/http/refusal'
import type { ServerContext } from '../../server/shared-context'
import { getCustomer, postCustomerCommand } from '../wire/api-customers'
import { changeCustomer } from './change-customer'
import { refuseCustomer } from './customer-refusal'
import { readProfile } from './read-profile'

/** What the API does with customers: read one, and change what is known of them. */
export const customerOperations = (context: ServerContext) => [
  on(getCustomer, async ({ identity, params: { customerId }, query: { waitFor } }) => {
    const isTheirs = identity.role === 'staff' || identity.userId === customerId
    if (!isTheirs) return refuseAbsent('CustomerNotFound')
    const { readModels, aggregates } = context
    const freshness = await readModels.waitForCustomers(waitFor)
    const customer = await readModels.customer(customerId)
    if (!customer) return refuseAbsent('CustomerNotFound')
    return answer({ ...customer, profile: await readProfile(aggregates, customerId), ...freshness })
  }),
  on(postCustomerCommand, async ({ identity, params: { customerId }, headers, body }) => {
    const { commandId, expectedVersion, ...request } = body
    const delivery = deliveryOf(headers, { commandId, expectedVersion })
    if (delivery.type === 'refused') return delivery
    const handled = await changeCustomer(context, identity, customerId, request, delivery.value)
    if (handled.type === 'rejected') return toldByHeader(refuseCustomer(handled.rejection), headers)
    const { version, position, events } = handled
    return answer({ version, position, events })
  }),
]
