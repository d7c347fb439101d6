import { validatedAs } from '@/lib/kit/server/http/etag'
import { answer } from '@/lib/kit/server/http/operation'
import { readEventsPage } from '@/lib/kit/server/streams/read-events-page'
import { getCartEvents } from '@/lib/shop/cart/wire/api-carts'
import { storedCart } from '@/lib/shop/cart/wire/stored-cart'
import { on, routes } from '@/lib/shop/server/http/routes'
import { getContext } from '@/lib/shop/server/shared-context'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  on(getCartEvents, async ({ params: { cartId }, query }) => {
    const page = await readEventsPage(getContext().store, storedCart, cartId, query)
    return answer(page, validatedAs(storedCart, page.headVersion))
  }),
)
