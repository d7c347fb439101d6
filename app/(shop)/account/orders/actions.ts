'use server'

import { buyAgain as putIntoCart } from '@/lib/shop/cart/server/buy-again'
import { newestCartId } from '@/lib/shop/cart/server/cart-queries'
import type { BoughtAgain } from '@/lib/shop/order/wire/bought-again'
import { currentIdentity } from '@/lib/shop/server/auth/session'
import { getContext } from '@/lib/shop/server/shared-context'

/** Puts what an order of one's own holds into one's cart, at today's prices. */
export async function buyAgain(orderId: string): Promise<BoughtAgain> {
  const identity = await currentIdentity()
  if (typeof orderId !== 'string' || !identity) return { type: 'signedOut' }
  const { commands, prisma, access } = getContext()
  const known = await newestCartId(prisma, identity.userId)
  return putIntoCart({ ...commands, access }, identity, orderId, known)
}
