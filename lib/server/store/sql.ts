import type { PrismaClient } from '../generated/prisma/client'

/** A Prisma client or one of its transactions: what an SQL operation needs of it. */
export type Sql = Pick<PrismaClient, '$queryRaw' | '$executeRaw'>
