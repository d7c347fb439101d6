import { postCartCommand } from '@/lib/protocol/api-carts'
import { canSeeCart } from '@/lib/server/auth/cart-access'
import { handleCartRequest } from '@/lib/server/commands/cart-commands'
import { answer, on } from '@/lib/server/http/operation'
import { refuse } from '@/lib/server/http/refusal'
import { refuseBy } from '@/lib/server/http/rejection'
import { routes } from '@/lib/server/http/routes'
import { getContext } from '@/lib/server/shared-context'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  on(postCartCommand, async ({ identity, params: { cartId }, body }) => {
    const { commands, store } = getContext()
    const { commandId, expectedVersion, ...request } = body
    const handled = await handleCartRequest(commands, identity, cartId, request, {
      commandId,
      expectedVersion,
    })
    if (handled.type === 'accepted') {
      const { version, position, events } = handled
      return answer({ version, position, events })
    }
    const seen = handled.rejection.type === 'CartNotFound' && (await canSeeCart(store, identity, cartId))
    return seen ? notYours : refuseBy(handled.rejection)
  }),
)

const notYours = refuse(403, 'Forbidden', 'You may look at this cart, but only its owner may change it.')
