import { getCartWindow } from '@/lib/protocol/api-windows'
import { canSeeCart } from '@/lib/server/auth/cart-access'
import { readWindow } from '@/lib/server/carts/cart-window'
import { refuseFuture, toSnapshot } from '@/lib/server/http/cart-snapshot'
import { validatedAs } from '@/lib/server/http/etag'
import { answer, on } from '@/lib/server/http/operation'
import { refuseBy } from '@/lib/server/http/rejection'
import { routes } from '@/lib/server/http/routes'
import { getContext } from '@/lib/server/shared-context'

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
