import { getCartOutline } from '@/lib/protocol/api-outline'
import { canSeeCart } from '@/lib/server/auth/cart-access'
import { answer, on } from '@/lib/server/http/operation'
import { refuseBy } from '@/lib/server/http/rejection'
import { routes } from '@/lib/server/http/routes'
import { getContext } from '@/lib/server/shared-context'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  on(getCartOutline, async ({ identity, params: { cartId } }) => {
    const { store, outlines } = getContext()
    if (!(await canSeeCart(store, identity, cartId))) return refuseBy({ type: 'CartNotFound' })
    return answer(await outlines.read(cartId))
  }),
)
