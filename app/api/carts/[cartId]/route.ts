import { unchangingAs, validatedAs } from '@/lib/kit/server/http/etag'
import { answer } from '@/lib/kit/server/http/operation'
import { snapshotAt } from '@/lib/shop/cart/server/cart-snapshot'
import { getCart } from '@/lib/shop/cart/wire/api-carts'
import { storedCart } from '@/lib/shop/cart/wire/stored-cart'
import { on, routes } from '@/lib/shop/server/http/routes'
import { getContext } from '@/lib/shop/server/shared-context'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  on(getCart, async ({ params: { cartId }, query }) => {
    const snapshot = await snapshotAt(getContext().aggregates, cartId, query)
    if (snapshot.type === 'refused') return snapshot
    const { cart } = snapshot
    const tagged = query.version === undefined ? validatedAs : unchangingAs
    return answer(cart, tagged(storedCart, cart.version))
  }),
)
