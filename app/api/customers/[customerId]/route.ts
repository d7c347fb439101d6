import { getCustomer } from '@/lib/protocol/api-insights'
import { answer, on } from '@/lib/server/http/operation'
import { refuseAbsent } from '@/lib/server/http/refusal'
import { routes } from '@/lib/server/http/routes'
import { getContext } from '@/lib/server/shared-context'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  on(getCustomer, async ({ params: { customerId }, query: { waitFor } }) => {
    const { readModels } = getContext()
    const freshness = await readModels.waitFor('customers', waitFor)
    const customer = await readModels.customer(customerId)
    return customer ? answer({ ...customer, ...freshness }) : refuseAbsent('CustomerNotFound')
  }),
)
