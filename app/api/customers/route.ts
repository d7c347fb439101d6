import { getCustomers } from '@/lib/shop/sales/wire/api-insights'
import { answer, on } from '@/lib/shop/server/http/operation'
import { routes } from '@/lib/shop/server/http/routes'
import { getContext } from '@/lib/shop/server/shared-context'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  on(getCustomers, async ({ query: { waitFor, ...search } }) => {
    const { readModels } = getContext()
    const freshness = await readModels.waitFor('customers', waitFor)
    return answer({ ...(await readModels.customers(search)), ...freshness })
  }),
)
