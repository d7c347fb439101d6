import type { Pool, PoolConfig } from 'pg'
import { createPool } from '../kit/server/postgres/pool'
import type { EventStore } from '../kit/server/store/event-store'
import { createPostgresStore } from '../kit/server/store/postgres-store'
import type { PrismaClient } from '../shop/server/generated/prisma/client'
import { createPrisma } from '../shop/server/prisma'
import { testCodec } from './codec'
import { testAppConnection } from './connections'
import { createTestDatabase } from './database'

export interface TestDatabase {
  /** The owner's URL; the app's own role is what `prisma` and `store` act as. */
  readonly ownerUrl: string
  /** How the app connects, for what needs connections of its own. */
  readonly connection: PoolConfig
  readonly pool: Pool
  readonly prisma: PrismaClient
  readonly store: EventStore
  readonly close: () => Promise<void>
}

/** A migrated database of the test file's own, opened as the app opens it. */
export const openTestDatabase = async (): Promise<TestDatabase> => {
  const { ownerUrl, drop } = await createTestDatabase()
  const connection = testAppConnection(ownerUrl)
  const pool = createPool({ ...connection, max: 10 }, () => undefined)
  const prisma = createPrisma(pool)
  return {
    ownerUrl,
    connection,
    pool,
    prisma,
    store: createPostgresStore(pool, testCodec(pool)),
    close: async () => {
      await prisma.$disconnect()
      await pool.end()
      await drop()
    },
  }
}
