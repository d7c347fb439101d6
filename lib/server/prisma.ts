import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { PrismaClient } from './generated/prisma/client'

/** Prisma over a pool of node-postgres connections. */
export const createPrisma = (pool: pg.PoolConfig): PrismaClient =>
  new PrismaClient({ adapter: new PrismaPg(new pg.Pool(pool)) })
