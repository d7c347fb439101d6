import { validatedAs } from '@/lib/kit/server/http/etag'
import { answer } from '@/lib/kit/server/http/operation'
import { windowAt } from '@/lib/kit/server/streams/window-at'
import { toSnapshot } from '@/lib/shop/cart/server/cart-snapshot'
import { getCartWindow } from '@/lib/shop/cart/wire/api-window'
import { storedCart } from '@/lib/shop/cart/wire/stored-cart'
import { on, routes } from '@/lib/shop/server/http/routes'
import { getContext } from '@/lib/shop/server/shared-context'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  on(getCartWindow, async ({ params: { cartId }, query: { from } }) => {
    const found = await windowAt(getContext(), storedCart, cartId, from)
    if (found.type === 'refused') return found
    const { state, events } = found.window
    return answer({ cart: toSnapshot(state), events }, validatedAs(storedCart, found.version))
  }),
)
