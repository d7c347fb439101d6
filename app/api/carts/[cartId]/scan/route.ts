import { scanResponse } from '@/lib/kit/server/streams/scan-response'
import { getCartScan } from '@/lib/kit/wire/api-scan'
import { canSeeCart } from '@/lib/shop/cart/server/cart-access'
import { on } from '@/lib/shop/server/http/operation'
import { refuseBy } from '@/lib/shop/server/http/rejection'
import { routes } from '@/lib/shop/server/http/routes'
import { getContext } from '@/lib/shop/server/shared-context'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  on(getCartScan, async ({ identity, params: { cartId }, query: { after } }) => {
    const { store, log } = getContext()
    if (!(await canSeeCart(store, identity, cartId))) return refuseBy({ type: 'CartNotFound' })
    return scanResponse(store, cartId, after, log)
  }),
)
