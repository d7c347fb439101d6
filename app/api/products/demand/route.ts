import { answer } from '@/lib/kit/server/http/operation'
import { getDemand } from '@/lib/shop/sales/wire/api-insights'
import { on, routes } from '@/lib/shop/server/http/routes'
import { getContext } from '@/lib/shop/server/shared-context'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  on(getDemand, async ({ query: { waitFor, ...search } }) => {
    const { readModels } = getContext()
    const freshness = await readModels.waitFor('product_demand', waitFor)
    return answer({ ...(await readModels.demand(search)), ...freshness })
  }),
)
