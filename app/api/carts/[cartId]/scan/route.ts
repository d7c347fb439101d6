import { scanResponse } from '@/lib/kit/server/streams/scan-response'
import { getCartScan } from '@/lib/shop/cart/wire/api-scan'
import { on, routes } from '@/lib/shop/server/http/routes'
import { getContext } from '@/lib/shop/server/shared-context'
import { cartStream } from '@/lib/shop/server/streams'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  on(getCartScan, async ({ params: { cartId }, query: { after } }) => {
    const { store, log } = getContext()
    return scanResponse(store, cartStream(cartId), after, log)
  }),
)
