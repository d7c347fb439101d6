import { PrismaPg } from '@prisma/adapter-pg'
import type { Pool } from 'pg'
import { PrismaClient } from './generated/prisma/client'

const changes = /^(update|delete|upsert)/

/**
 * Prisma over a pool that it shares with others. Disconnecting it leaves the pool as it is. A session, user
 * or API key that is changed or deleted through it is so only when `whenPeopleChanged` resolves, whoever does it.
 */
export const createPrisma = (
  pool: Pool,
  whenPeopleChanged: () => Promise<void> = async () => undefined,
): PrismaClient => {
  // A transaction waits for a connection as long as everything else does.
  const client = new PrismaClient({ adapter: new PrismaPg(pool), transactionOptions: { maxWait: 5_000 } })
  const telling = async <Args, Result>({
    operation,
    args,
    query,
  }: {
    operation: string
    args: Args
    query: (args: Args) => Promise<Result>
  }): Promise<Result> => {
    if (!changes.test(operation)) return query(args)
    try {
      return await query(args)
    } finally {
      await whenPeopleChanged()
    }
  }
  // It does what the client does, but Prisma gives it a type of its own.
  return client.$extends({
    query: {
      user: { $allOperations: telling },
      session: { $allOperations: telling },
      apikey: { $allOperations: telling },
    },
  }) as unknown as PrismaClient
}
