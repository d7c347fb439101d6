import { postCart } from '@/lib/protocol/api-carts'
import { getCarts } from '@/lib/protocol/api-insights'
import { createCart } from '@/lib/server/commands/cart-commands'
import { answer, on } from '@/lib/server/http/operation'
import { refuseBy } from '@/lib/server/http/rejection'
import { routes } from '@/lib/server/http/routes'
import { getContext } from '@/lib/server/shared-context'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  on(getCarts, async ({ query: { waitFor, ...search } }) => {
    const { readModels } = getContext()
    const freshness = await readModels.waitFor('carts', waitFor)
    return answer({ ...(await readModels.carts(search)), ...freshness })
  }),
  on(postCart, async ({ identity, body }) => {
    const created = await createCart(getContext().commands, identity, body?.commandId)
    if (created.type === 'rejected') return refuseBy(created.rejection)
    const { cartId, version, position, events } = created
    return answer({ cartId, version, position, events }, { location: `/api/carts/${cartId}` })
  }),
)
