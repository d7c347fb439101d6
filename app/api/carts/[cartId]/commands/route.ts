import { answer } from '@/lib/kit/server/http/operation'
import { handleCartRequest } from '@/lib/shop/cart/server/cart-commands'
import { postCartCommand } from '@/lib/shop/cart/wire/api-carts'
import { deliveryOf, toldByHeader } from '@/lib/shop/server/http/delivery'
import { refuseBy } from '@/lib/shop/server/http/rejection'
import { on, routes } from '@/lib/shop/server/http/routes'
import { getContext } from '@/lib/shop/server/shared-context'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  on(postCartCommand, async ({ identity, params: { cartId }, headers, body }) => {
    const { commandId, expectedVersion, ...request } = body
    const delivery = deliveryOf(headers, { commandId, expectedVersion })
    if (delivery.type === 'refused') return delivery
    const { commands } = getContext()
    const handled = await handleCartRequest(commands, identity, cartId, request, delivery.value)
    if (handled.type === 'accepted') {
      const { version, position, events } = handled
      return answer({ version, position, events })
    }
    return toldByHeader(refuseBy(handled.rejection), headers)
  }),
)
