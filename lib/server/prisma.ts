import { PrismaPg } from '@prisma/adapter-pg'
import type { Pool } from 'pg'
import { PrismaClient } from './generated/prisma/client'

/** Prisma over a pool that it shares with others. Disconnecting it leaves the pool as it is. */
export const createPrisma = (pool: Pool): PrismaClient =>
  // A transaction waits for a connection as long as everything else does.
  new PrismaClient({ adapter: new PrismaPg(pool), transactionOptions: { maxWait: 5_000 } })
