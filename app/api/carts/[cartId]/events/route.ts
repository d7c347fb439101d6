import { validatedAs } from '@/lib/kit/server/http/etag'
import { canSeeCart } from '@/lib/shop/cart/server/cart-access'
import { getCartEvents } from '@/lib/shop/cart/wire/api-carts'
import { answer, on } from '@/lib/shop/server/http/operation'
import { refuseBy } from '@/lib/shop/server/http/rejection'
import { routes } from '@/lib/shop/server/http/routes'
import { getContext } from '@/lib/shop/server/shared-context'
import { cartStream } from '@/lib/shop/server/streams'
import type { RecordedCartEvent } from '@/lib/shop/wire/recorded-shop-events'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  on(getCartEvents, async ({ identity, params: { cartId }, query: { after, limit } }) => {
    const { store } = getContext()
    if (!(await canSeeCart(store, identity, cartId))) return refuseBy({ type: 'CartNotFound' })
    const stream = cartStream(cartId)
    const events = (await store.readStream(stream, { from: after + 1, limit })) as RecordedCartEvent[]
    const head = await store.headVersion(stream)
    const last = events.at(-1)?.version
    const next = last !== undefined && last < head ? last : null
    return answer({ events, headVersion: head, next }, validatedAs(head))
  }),
)
