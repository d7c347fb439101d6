import { getCustomers } from '@/lib/protocol/api-insights'
import { answer, on } from '@/lib/server/http/operation'
import { routes } from '@/lib/server/http/routes'
import { getContext } from '@/lib/server/shared-context'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  on(getCustomers, async ({ query: { waitFor, ...search } }) => {
    const { readModels } = getContext()
    const freshness = await readModels.waitFor('customers', waitFor)
    return answer({ ...(await readModels.customers(search)), ...freshness })
  }),
)
