import { answer } from '@/lib/kit/server/http/operation'
import { getProducts } from '@/lib/shop/product/wire/api-products'
import { on, routes } from '@/lib/shop/server/http/routes'
import { getContext } from '@/lib/shop/server/shared-context'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  on(getProducts, async ({ query: { waitFor, ...search } }) => {
    const { catalogue } = getContext()
    const freshness = await catalogue.waitFor(waitFor)
    return answer({ ...(await catalogue.search(search)), ...freshness })
  }),
)
