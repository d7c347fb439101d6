import { answer } from '@/lib/kit/server/http/operation'
import { keyframesOf } from '@/lib/kit/server/streams/keyframes-of'
import { toSnapshot } from '@/lib/shop/cart/server/cart-snapshot'
import { getCartKeyframes } from '@/lib/shop/cart/wire/api-keyframes'
import { storedCart } from '@/lib/shop/cart/wire/stored-cart'
import { on, routes } from '@/lib/shop/server/http/routes'
import { getContext } from '@/lib/shop/server/shared-context'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  on(getCartKeyframes, async ({ params: { cartId }, query }) => {
    const page = await keyframesOf(getContext(), storedCart, cartId, query)
    const keyframes = page.keyframes.map(({ state, ...place }) => ({ ...place, cart: toSnapshot(state) }))
    return answer({ ...page, keyframes })
  }),
)
