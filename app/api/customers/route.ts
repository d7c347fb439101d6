import { answer } from '@/lib/kit/server/http/operation'
import { getCustomers } from '@/lib/shop/sales/wire/api-insights'
import { on, routes } from '@/lib/shop/server/http/routes'
import { getContext } from '@/lib/shop/server/shared-context'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  on(getCustomers, async ({ query: { waitFor, ...search } }) => {
    const { readModels } = getContext()
    const freshness = await readModels.waitFor('customers', waitFor)
    return answer({ ...(await readModels.customers(search)), ...freshness })
  }),
)
