import { getCartOutline } from '@/lib/kit/wire/api-outline'
import { canSeeCart } from '@/lib/shop/cart/server/cart-access'
import { answer, on } from '@/lib/shop/server/http/operation'
import { refuseBy } from '@/lib/shop/server/http/rejection'
import { routes } from '@/lib/shop/server/http/routes'
import { getContext } from '@/lib/shop/server/shared-context'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  on(getCartOutline, async ({ identity, params: { cartId } }) => {
    const { store, outlines } = getContext()
    if (!(await canSeeCart(store, identity, cartId))) return refuseBy({ type: 'CartNotFound' })
    return answer(await outlines.read(cartId))
  }),
)
