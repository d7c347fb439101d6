import { randomUUID } from 'node:crypto'
import { defaultKeyHasher } from '@better-auth/api-key'
import type { Identity } from '../../protocol/identity'
import type { PrismaClient, User } from '../generated/prisma/client'
import type { Auth } from './auth'

interface NewKey {
  readonly role: Identity['role']
  readonly name: string
}

/** An API key for a program, with a user of its own behind it. The key is told this once. */
export const createServiceKey = async (auth: Auth, { role, name }: NewKey): Promise<string> => {
  const { internalAdapter } = await auth.$context
  const user = await internalAdapter.createUser({
    email: `${randomUUID()}@services.hindsight.invalid`,
    name,
    emailVerified: true,
    role,
  })
  const { key } = await auth.api.createApiKey({ body: { userId: user.id, name } })
  return key
}

/**
 * Whose key this is; undefined when it is no key, or by `now` no longer one.
 *
 * The plugin's own verification writes to the key's row each time, so that all requests of a key wait for
 * one another, and takes an outage for a wrong key. We keep no quotas, so reading is enough.
 */
export const findKeyOwner = async (
  prisma: Pick<PrismaClient, 'apikey' | 'user'>,
  key: string,
  now: () => Date,
): Promise<User | undefined> => {
  const found = await prisma.apikey.findFirst({ where: { key: await defaultKeyHasher(key) } })
  if (!found?.enabled || (found.expiresAt && found.expiresAt <= now())) return undefined
  return (await prisma.user.findUnique({ where: { id: found.referenceId } })) ?? undefined
}
