import { getDemand } from '@/lib/protocol/api-insights'
import { answer, on } from '@/lib/server/http/operation'
import { routes } from '@/lib/server/http/routes'
import { getContext } from '@/lib/server/shared-context'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  on(getDemand, async ({ query: { waitFor, ...search } }) => {
    const { readModels } = getContext()
    const freshness = await readModels.waitFor('product_demand', waitFor)
    return answer({ ...(await readModels.demand(search)), ...freshness })
  }),
)
