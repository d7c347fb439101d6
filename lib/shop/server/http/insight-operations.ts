import { answer } from '../../../kit/server/http/operation'
import { getProducts } from '../../product/wire/api-products'
import { getCustomers, getDemand, getSalesDays } from '../../sales/wire/api-insights'
import type { ServerContext } from '../shared-context'
import { on } from './on'

/** What the API tells of products, customers and sales. */
export const insightOperations = ({ catalogue, readModels }: ServerContext) => [
  on(getProducts, async ({ query: { waitFor, ...search } }) => {
    const freshness = await catalogue.waitFor(waitFor)
    return answer({ ...(await catalogue.search(search)), ...freshness })
  }),
  on(getDemand, async ({ query: { waitFor, ...search } }) => {
    const freshness = await readModels.waitFor('product_demand', waitFor)
    return answer({ ...(await readModels.demand(search)), ...freshness })
  }),
  on(getCustomers, async ({ query: { waitFor, ...search } }) => {
    const freshness = await readModels.waitFor('customers', waitFor)
    return answer({ ...(await readModels.customers(search)), ...freshness })
  }),
  on(getSalesDays, async ({ query: { waitFor, ...search } }) => {
    const freshness = await readModels.waitFor('sales_by_day', waitFor)
    return answer({ ...(await readModels.salesDays(search)), ...freshness })
  }),
]
