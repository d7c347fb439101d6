import { unchangingAs, validatedAs } from '@/lib/kit/server/http/etag'
import { canSeeCart } from '@/lib/shop/cart/server/cart-access'
import { snapshotAt } from '@/lib/shop/cart/server/cart-snapshot'
import { getCart } from '@/lib/shop/cart/wire/api-carts'
import { answer, on } from '@/lib/shop/server/http/operation'
import { refuseBy } from '@/lib/shop/server/http/rejection'
import { routes } from '@/lib/shop/server/http/routes'
import { getContext } from '@/lib/shop/server/shared-context'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  on(getCart, async ({ identity, params: { cartId }, query }) => {
    const { store, aggregates } = getContext()
    if (!(await canSeeCart(store, identity, cartId))) return refuseBy({ type: 'CartNotFound' })
    const snapshot = await snapshotAt(aggregates, cartId, query)
    if (snapshot.type === 'refused') return snapshot
    const { cart } = snapshot
    const isPast = query.version !== undefined
    return answer(cart, isPast ? unchangingAs(cart.version) : validatedAs(cart.version))
  }),
)
