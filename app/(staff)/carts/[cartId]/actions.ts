'use server'

import * as z from 'zod'
import { id } from '@/lib/kit/wire/text'
import { handleCartRequest } from '@/lib/shop/cart/server/cart-commands'
import type { CartActionAnswer, CartCommandInput } from '@/lib/shop/cart/wire/cart-answers'
import { commandId, expectedVersion, restoreCart } from '@/lib/shop/cart/wire/commands'
import { currentIdentity } from '@/lib/shop/server/auth/session'
import { parseInput } from '@/lib/shop/server/parse-input'
import { getContext } from '@/lib/shop/server/shared-context'

const input = z.object({
  streamId: id,
  commandId,
  request: restoreCart,
  expectedVersion: expectedVersion.optional(),
})

/** Brings a shopper's cart back to an earlier version. */
export async function restoreForShopper(raw: CartCommandInput): Promise<CartActionAnswer> {
  const parsed = parseInput(input, raw)
  if (parsed.type === 'rejected') return parsed
  const { streamId, request, ...delivery } = parsed.value
  const identity = await currentIdentity()
  if (!identity) return { type: 'signedOut' }
  return handleCartRequest(getContext().commands, identity, streamId, request, delivery)
}
