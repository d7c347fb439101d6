import { postCart } from '@/lib/protocol/api-carts'
import { getCarts } from '@/lib/protocol/api-insights'
import { parseCartQuery } from '@/lib/protocol/cart-search/parse'
import { withStatus } from '@/lib/protocol/cart-search/with-status'
import { createCart } from '@/lib/server/commands/cart-commands'
import { invalidSearch, searchTooBroad } from '@/lib/server/http/cart-search-refusals'
import { deliveryOf } from '@/lib/server/http/delivery'
import { answer, on } from '@/lib/server/http/operation'
import { refuseBy } from '@/lib/server/http/rejection'
import { routes } from '@/lib/server/http/routes'
import { getContext } from '@/lib/server/shared-context'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  on(getCarts, async ({ query: { q = '', status, waitFor, ...page } }) => {
    const parsed = parseCartQuery(q)
    if (parsed.type === 'invalid') return invalidSearch(parsed)
    const { readModels } = getContext()
    const freshness = await readModels.waitForCarts(waitFor)
    const found = await readModels.carts({ ...page, query: withStatus(parsed.query, status) })
    if (found.type === 'tooBroad') return searchTooBroad
    const { carts, next } = found
    return answer({ carts, next, ...freshness })
  }),
  on(postCart, async ({ identity, headers, body }) => {
    const delivery = deliveryOf(headers, { commandId: body?.commandId })
    if (delivery.type === 'refused') return delivery
    const created = await createCart(getContext().commands, identity, delivery.value.commandId)
    if (created.type === 'rejected') return refuseBy(created.rejection)
    const { cartId, version, position, events } = created
    return answer({ cartId, version, position, events }, { location: `/api/carts/${cartId}` })
  }),
)
