import { getSalesDays } from '@/lib/protocol/api-insights'
import { answer, on } from '@/lib/server/http/operation'
import { routes } from '@/lib/server/http/routes'
import { getContext } from '@/lib/server/shared-context'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  on(getSalesDays, async ({ query: { waitFor, ...search } }) => {
    const { readModels } = getContext()
    const freshness = await readModels.waitFor('sales_by_day', waitFor)
    return answer({ ...(await readModels.salesDays(search)), ...freshness })
  }),
)
