'use server'

import * as z from 'zod'
import { keyframeInterval } from '@/lib/kit/kernel/keyframe-interval'
import { id } from '@/lib/kit/wire/text'
import { handleCartRequest } from '@/lib/shop/cart/server/cart-commands'
import { newestCartId } from '@/lib/shop/cart/server/cart-queries'
import { openCart } from '@/lib/shop/cart/server/open-cart'
import type { CartActionAnswer, CartCommandInput } from '@/lib/shop/cart/wire/cart-answers'
import { cartRequest, commandId, expectedVersion } from '@/lib/shop/cart/wire/commands'
import { isSamePerson } from '@/lib/shop/server/auth/is-same-person'
import { currentIdentity, ensureIdentity } from '@/lib/shop/server/auth/session'
import { parseInput } from '@/lib/shop/server/parse-input'
import { getContext } from '@/lib/shop/server/shared-context'
import { cartStream } from '@/lib/shop/server/streams'
import type { RecordedCartEvent } from '@/lib/shop/wire/recorded-shop-events'

const input = z.object({
  streamId: id.nullable(),
  commandId,
  request: cartRequest,
  expectedVersion: expectedVersion.optional(),
  issuedBy: id.nullable(),
})

/** Handles a shopper's command: on the cart they name, else on their open one, begun where there is none. */
export async function sendCommand(raw: CartCommandInput): Promise<CartActionAnswer> {
  const parsed = parseInput(input, raw)
  if (parsed.type === 'rejected') return parsed
  const { streamId: cartId, commandId, request, expectedVersion, issuedBy } = parsed.value
  const delivery = { commandId, expectedVersion }
  const { commands, prisma, store } = getContext()
  const known = await currentIdentity()
  if (!isSamePerson(issuedBy, known)) return { type: 'signedOut' }
  if (cartId) {
    if (!known) return { type: 'rejected', rejection: { type: 'CartNotFound' } }
    return handleCartRequest(commands, known, cartId, request, delivery)
  }
  const identity = await ensureIdentity()
  const opened = await openCart(commands, identity, await newestCartId(prisma, identity.userId))
  const answer = await handleCartRequest(commands, identity, opened, request, delivery)
  if (answer.type === 'rejected') return answer
  // The browser may not know this cart yet: it gets its beginning, and asks for more where there is more.
  const events = await store.readStream(cartStream(opened), { to: answer.version, limit: keyframeInterval })
  return { ...answer, events: events as RecordedCartEvent[] }
}
