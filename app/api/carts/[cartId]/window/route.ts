import { validatedAs } from '@/lib/kit/server/http/etag'
import { readWindow } from '@/lib/kit/server/streams/cart-window'
import { getCartWindow } from '@/lib/kit/wire/api-windows'
import { canSeeCart } from '@/lib/shop/cart/server/cart-access'
import { refuseFuture, toSnapshot } from '@/lib/shop/cart/server/cart-snapshot'
import { answer, on } from '@/lib/shop/server/http/operation'
import { refuseBy } from '@/lib/shop/server/http/rejection'
import { routes } from '@/lib/shop/server/http/routes'
import { getContext } from '@/lib/shop/server/shared-context'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  on(getCartWindow, async ({ identity, params: { cartId }, query: { from } }) => {
    const context = getContext()
    const reading = readWindow(context, cartId, from)
    // Who may not see the cart isn't to learn either what is wrong with it.
    reading.catch(() => undefined)
    if (!(await canSeeCart(context.store, identity, cartId))) return refuseBy({ type: 'CartNotFound' })
    const { state, events } = await reading
    return state.version < from
      ? refuseFuture(state.version, from)
      : answer({ cart: toSnapshot(state), events }, validatedAs(events.at(-1)?.version ?? from))
  }),
)
