import { PrismaPg } from '@prisma/adapter-pg'
import type { PoolConfig } from 'pg'
import { PrismaClient } from './generated/prisma/client'

/** Prisma over a pool of node-postgres connections. `onError` hears of idle connections that broke. */
export const createPrisma = (pool: PoolConfig, onError: (error: Error) => void): PrismaClient =>
  new PrismaClient({
    adapter: new PrismaPg(pool, { onPoolError: onError, onConnectionError: onError }),
  })
