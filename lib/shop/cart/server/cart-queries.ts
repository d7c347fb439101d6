import type { PrismaClient } from '../../server/generated/prisma/client'

/** The id of the customer's newest cart the read model knows of. */
export const newestCartId = async (prisma: PrismaClient, customerId: string): Promise<string | undefined> => {
  const row = await prisma.cartSummary.findFirst({
    where: { customerId },
    select: { cartId: true },
    orderBy: { createdPosition: 'desc' },
  })
  return row?.cartId
}
