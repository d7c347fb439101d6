'use server'

import * as z from 'zod'
import type { SendCommandInput } from '@/lib/client/use-cart-session'
import type { ActionAnswer } from '@/lib/protocol/answers'
import { cartRequest, commandId, expectedVersion } from '@/lib/protocol/commands'
import { id } from '@/lib/protocol/text'
import { currentIdentity, ensureIdentity } from '@/lib/server/auth/session'
import { newestCartId } from '@/lib/server/carts/cart-queries'
import { handleCartRequest } from '@/lib/server/commands/cart-commands'
import { openCart } from '@/lib/server/commands/open-cart'
import { parseInput } from '@/lib/server/commands/parse-input'
import { getContext } from '@/lib/server/shared-context'

const input = z.object({
  cartId: id.nullable(),
  commandId,
  request: cartRequest,
  expectedVersion: expectedVersion.optional(),
})

/** Handles a shopper's command: on the cart they name, else on their open one, begun where there is none. */
export async function sendCommand(raw: SendCommandInput): Promise<ActionAnswer> {
  const parsed = parseInput(input, raw)
  if (parsed.type === 'rejected') return parsed
  const { cartId, commandId, request, expectedVersion } = parsed.value
  const delivery = { commandId, expectedVersion }
  const { commands, prisma } = getContext()
  if (cartId) {
    const identity = await currentIdentity()
    if (!identity) return { type: 'rejected', rejection: { type: 'CartNotFound' } }
    return handleCartRequest(commands, identity, cartId, request, delivery)
  }
  const identity = await ensureIdentity()
  const opened = await openCart(commands, identity, await newestCartId(prisma, identity.userId))
  const answer = await handleCartRequest(commands, identity, opened.cartId, request, delivery)
  if (answer.type === 'rejected') return answer
  const after = answer.events.filter((event) => event.version > opened.events.length)
  return { ...answer, events: [...opened.events, ...after] }
}
