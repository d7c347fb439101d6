import { answer } from '@/lib/kit/server/http/operation'
import { createCart } from '@/lib/shop/cart/server/cart-commands'
import { invalidSearch, searchTooBroad } from '@/lib/shop/cart/server/cart-search-refusals'
import { postCart } from '@/lib/shop/cart/wire/api-carts'
import { parseCartQuery } from '@/lib/shop/cart/wire/search/parse'
import { withStatus } from '@/lib/shop/cart/wire/search/with-status'
import { getCarts } from '@/lib/shop/sales/wire/api-insights'
import { deliveryOf } from '@/lib/shop/server/http/delivery'
import { refuseBy } from '@/lib/shop/server/http/rejection'
import { on, routes } from '@/lib/shop/server/http/routes'
import { getContext } from '@/lib/shop/server/shared-context'

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
    const { streamId: cartId, version, position, events } = created
    return answer({ cartId, version, position, events }, { location: `/api/carts/${cartId}` })
  }),
)
