import type { PrismaClient } from '../generated/prisma/client'

const times = ['expiresAt', 'createdAt', 'updatedAt']

const shifted = (value: unknown, ms: number): unknown => {
  if (Array.isArray(value)) return value.map((each) => shifted(each, ms))
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      times.includes(name) ? moved(inner, ms) : shifted(inner, ms),
    ]),
  )
}

/** A time, or a condition on one. */
const moved = (value: unknown, ms: number): unknown => {
  if (value instanceof Date) return new Date(value.getTime() + ms)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, moved(inner, ms)]))
}

/** Less than this is no reason to touch anything. */
const leastMs = 1_000

/**
 * A client for who judges by this machine's clock when a session ends: it sees the end as far away as it is by the
 * database's clock, so that a machine whose clock is wrong neither ends anybody's session nor lengthens it.
 */
export const onDatabaseTime = (prisma: PrismaClient, ahead: () => number): PrismaClient =>
  prisma.$extends({
    query: {
      session: {
        $allOperations: async ({ args, query }) => {
          const ms = ahead()
          if (Math.abs(ms) < leastMs) return query(args)
          return shifted(await query(shifted(args, -ms) as typeof args), ms)
        },
      },
    },
  }) as unknown as PrismaClient
