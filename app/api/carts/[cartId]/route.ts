import { getCart } from '@/lib/protocol/api-carts'
import { canSeeCart } from '@/lib/server/auth/cart-access'
import { snapshotAt } from '@/lib/server/http/cart-snapshot'
import { unchangingAs, validatedAs } from '@/lib/server/http/etag'
import { answer, on } from '@/lib/server/http/operation'
import { refuseBy } from '@/lib/server/http/rejection'
import { routes } from '@/lib/server/http/routes'
import { getContext } from '@/lib/server/shared-context'

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
