import { getCartEvents } from '@/lib/protocol/api-carts'
import type { RecordedCartEvent } from '@/lib/protocol/recorded-shop-events'
import { canSeeCart } from '@/lib/server/auth/cart-access'
import { validatedAs } from '@/lib/server/http/etag'
import { answer, on } from '@/lib/server/http/operation'
import { refuseBy } from '@/lib/server/http/rejection'
import { routes } from '@/lib/server/http/routes'
import { getContext } from '@/lib/server/shared-context'
import { cartStream } from '@/lib/server/streams'

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
