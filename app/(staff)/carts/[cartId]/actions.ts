'use server'

import * as z from 'zod'
import type { SendCommandInput } from '@/lib/client/use-cart-session'
import type { ActionAnswer } from '@/lib/protocol/answers'
import { commandId, expectedVersion, restoreCart } from '@/lib/protocol/commands'
import { id } from '@/lib/protocol/text'
import { currentIdentity } from '@/lib/server/auth/session'
import { handleCartRequest } from '@/lib/server/commands/cart-commands'
import { parseInput } from '@/lib/server/commands/parse-input'
import { getContext } from '@/lib/server/shared-context'

const input = z.object({
  cartId: id,
  commandId,
  request: restoreCart,
  expectedVersion: expectedVersion.optional(),
})

/** Brings a shopper's cart back to an earlier version. */
export async function restoreForShopper(raw: SendCommandInput): Promise<ActionAnswer> {
  const parsed = parseInput(input, raw)
  if (parsed.type === 'rejected') return parsed
  const { cartId, request, ...delivery } = parsed.value
  const identity = await currentIdentity()
  if (!identity) return { type: 'signedOut' }
  return handleCartRequest(getContext().commands, identity, cartId, request, delivery)
}
