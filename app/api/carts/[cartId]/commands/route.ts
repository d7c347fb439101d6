import { postCartCommand } from '@/lib/protocol/api-carts'
import { handleCartRequest } from '@/lib/server/commands/cart-commands'
import { answer, on } from '@/lib/server/http/operation'
import { refuseBy } from '@/lib/server/http/rejection'
import { routes } from '@/lib/server/http/routes'
import { getContext } from '@/lib/server/shared-context'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  on(postCartCommand, async ({ identity, params: { cartId }, body }) => {
    const { commandId, expectedVersion, ...request } = body
    const handled = await handleCartRequest(getContext().commands, identity, cartId, request, {
      commandId,
      expectedVersion,
    })
    if (handled.type === 'accepted') {
      const { version, position, events } = handled
      return answer({ version, position, events })
    }
    return refuseBy(handled.rejection)
  }),
)
