import { getCartKeyframes } from '@/lib/kit/wire/api-keyframes'
import { canSeeCart } from '@/lib/shop/cart/server/cart-access'
import { keyframesOf } from '@/lib/shop/cart/server/cart-keyframes'
import { answer, on } from '@/lib/shop/server/http/operation'
import { refuseBy } from '@/lib/shop/server/http/rejection'
import { routes } from '@/lib/shop/server/http/routes'
import { getContext } from '@/lib/shop/server/shared-context'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  on(getCartKeyframes, async ({ identity, params: { cartId }, query }) => {
    const context = getContext()
    if (!(await canSeeCart(context.store, identity, cartId))) return refuseBy({ type: 'CartNotFound' })
    return answer(await keyframesOf(context, cartId, query))
  }),
)
