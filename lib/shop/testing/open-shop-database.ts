import { openTestDatabase, type TestDatabase } from '../../kit/testing/open-database'
import type { PrismaClient } from '../server/generated/prisma/client'
import { createPrisma } from '../server/prisma'
import { shopEvents } from '../wire/events/shop-events'

export interface ShopDatabase extends TestDatabase {
  readonly prisma: PrismaClient
}

/** A migrated database of the test file's own, opened as the shop opens it. */
export const openShopDatabase = async (): Promise<ShopDatabase> => {
  const database = await openTestDatabase(shopEvents)
  const prisma = createPrisma(database.pool)
  return {
    ...database,
    prisma,
    close: async () => {
      await prisma.$disconnect()
      await database.close()
    },
  }
}
