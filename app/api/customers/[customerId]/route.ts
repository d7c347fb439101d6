import { answer } from '@/lib/kit/server/http/operation'
import { getCustomer } from '@/lib/shop/sales/wire/api-insights'
import { refuseAbsent } from '@/lib/shop/server/http/refusal'
import { on, routes } from '@/lib/shop/server/http/routes'
import { getContext } from '@/lib/shop/server/shared-context'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  on(getCustomer, async ({ params: { customerId }, query: { waitFor } }) => {
    const { readModels } = getContext()
    const freshness = await readModels.waitFor('customers', waitFor)
    const customer = await readModels.customer(customerId)
    return customer ? answer({ ...customer, ...freshness }) : refuseAbsent('CustomerNotFound')
  }),
)
