import type { CartStatus } from '../../domain/cart/state'
import type { CartListItem, CartPage } from '../../protocol/cart-list'
import type { CartSummary, PrismaClient } from '../generated/prisma/client'

export interface CartSearch {
  /** The beginning of a cart's or a customer's id. */
  readonly q?: string | undefined
  readonly status?: CartStatus | undefined
  readonly limit: number
  /** Position of a cart's creation, to go on with older ones. */
  readonly before?: number | undefined
}

/** All carts, newest first, from the read model. */
export const listCarts = async (
  prisma: PrismaClient,
  { q, status, limit, before }: CartSearch,
): Promise<CartPage> => {
  const begins = q ? { startsWith: q.replace(/[\\%_]/g, '\\$&') } : undefined
  const rows = await prisma.cartSummary.findMany({
    where: {
      ...(begins && { OR: [{ cartId: begins }, { customerId: begins }] }),
      ...(status && { status }),
      ...(before !== undefined && { createdPosition: { lt: before } }),
    },
    orderBy: { createdPosition: 'desc' },
    take: limit + 1,
  })
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    carts: page.map(toListItem),
    next: rows.length > limit && last ? Number(last.createdPosition) : null,
  }
}

/** The id of the customer's newest cart the read model knows of. */
export const newestCartId = async (prisma: PrismaClient, customerId: string): Promise<string | undefined> => {
  const row = await prisma.cartSummary.findFirst({
    where: { customerId },
    select: { cartId: true },
    orderBy: { createdPosition: 'desc' },
  })
  return row?.cartId
}

const toListItem = (row: CartSummary): CartListItem => ({
  cartId: row.cartId,
  customerId: row.customerId,
  status: row.status as CartListItem['status'],
  itemCount: Number(row.itemCount),
  total: { amount: Number(row.totalAmount), currency: row.currency },
  version: row.version,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
  closedAt: row.closedAt?.toISOString() ?? null,
})
