import { getCartKeyframes } from '@/lib/protocol/api-keyframes'
import { canSeeCart } from '@/lib/server/auth/cart-access'
import { keyframesOf } from '@/lib/server/http/cart-keyframes'
import { answer, on } from '@/lib/server/http/operation'
import { refuseBy } from '@/lib/server/http/rejection'
import { routes } from '@/lib/server/http/routes'
import { getContext } from '@/lib/server/shared-context'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  on(getCartKeyframes, async ({ identity, params: { cartId }, query }) => {
    const context = getContext()
    if (!(await canSeeCart(context.store, identity, cartId))) return refuseBy({ type: 'CartNotFound' })
    return answer(await keyframesOf(context, cartId, query))
  }),
)
