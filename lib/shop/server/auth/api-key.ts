import { randomUUID } from 'node:crypto'
import { defaultKeyHasher } from '@better-auth/api-key'
import type { ShopIdentity } from '../../wire/shop-identity'
import type { PrismaClient, User } from '../generated/prisma/client'
import type { Auth } from './auth'
import { programEmail } from './program'

interface NewKey {
  readonly role: ShopIdentity['role']
  readonly name: string
  /** How many requests a minute it may make; as many as it can where nothing is said. */
  readonly perMinute?: number | undefined
}

const minuteMs = 60_000

/** An API key for a program, with a user of its own behind it. The key is told this once. */
export const createServiceKey = async (auth: Auth, { role, name, perMinute }: NewKey): Promise<string> => {
  const { internalAdapter } = await auth.$context
  const user = await internalAdapter.createUser({
    email: programEmail(randomUUID()),
    name,
    emailVerified: true,
    role,
  })
  const budget = perMinute && {
    rateLimitEnabled: true,
    rateLimitMax: perMinute,
    rateLimitTimeWindow: minuteMs,
  }
  const { key } = await auth.api.createApiKey({ body: { userId: user.id, name, ...budget } })
  return key
}

interface FoundKey {
  readonly id: string
  readonly owner: User
  readonly perMinute: number | undefined
  readonly expiresAt: Date | undefined
}

/**
 * Whose key this is; undefined when it is no key, or by `now` no longer one.
 *
 * The plugin's own verification writes to the key's row each time, so that all requests of a key wait for
 * one another, and takes an outage for a wrong key. Its budget is kept before a request is let in (`admission`).
 */
export const findKey = async (
  prisma: Pick<PrismaClient, 'apikey' | 'user'>,
  key: string,
  now: () => Date,
): Promise<FoundKey | undefined> => {
  const found = await prisma.apikey.findFirst({ where: { key: await defaultKeyHasher(key) } })
  if (!found?.enabled || (found.expiresAt && found.expiresAt <= now())) return undefined
  const owner = await prisma.user.findUnique({ where: { id: found.referenceId } })
  const perMinute = found.rateLimitEnabled ? (found.rateLimitMax ?? undefined) : undefined
  return owner ? { id: found.id, owner, perMinute, expiresAt: found.expiresAt ?? undefined } : undefined
}
