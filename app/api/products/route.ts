import { getProducts } from '@/lib/protocol/api-products'
import { answer, on } from '@/lib/server/http/operation'
import { routes } from '@/lib/server/http/routes'
import { getContext } from '@/lib/server/shared-context'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  on(getProducts, async ({ query: { waitFor, ...search } }) => {
    const { catalogue, readModels } = getContext()
    const freshness = await readModels.waitFor('products', waitFor)
    return answer({ ...(await catalogue.search(search)), ...freshness })
  }),
)
