import { getCartScan } from '@/lib/protocol/api-scan'
import { canSeeCart } from '@/lib/server/auth/cart-access'
import { on } from '@/lib/server/http/operation'
import { refuseBy } from '@/lib/server/http/rejection'
import { routes } from '@/lib/server/http/routes'
import { scanResponse } from '@/lib/server/scan/scan-response'
import { getContext } from '@/lib/server/shared-context'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  on(getCartScan, async ({ identity, params: { cartId }, query: { after } }) => {
    const { store, log } = getContext()
    if (!(await canSeeCart(store, identity, cartId))) return refuseBy({ type: 'CartNotFound' })
    return scanResponse(store, cartId, after, log)
  }),
)
