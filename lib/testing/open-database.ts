import type { PrismaClient } from '../server/generated/prisma/client'
import { appConnection } from '../server/postgres/roles'
import { createPrisma } from '../server/prisma'
import type { EventStore } from '../server/store/event-store'
import { createPostgresStore } from '../server/store/postgres-store'
import { createTestDatabase } from './database'

export interface TestDatabase {
  /** The owner's URL; the app's own role is what `prisma` and `store` act as. */
  readonly ownerUrl: string
  readonly prisma: PrismaClient
  readonly store: EventStore
  readonly close: () => Promise<void>
}

/** A migrated database of the test file's own, opened as the app opens it. */
export const openTestDatabase = async (): Promise<TestDatabase> => {
  const { ownerUrl, drop } = await createTestDatabase()
  const prisma = createPrisma({ ...appConnection(ownerUrl), max: 10 }, () => undefined)
  return {
    ownerUrl,
    prisma,
    store: createPostgresStore(prisma),
    close: async () => {
      await prisma.$disconnect()
      await drop()
    },
  }
}
