import { serializeSignedCookie } from 'better-call'
import type { PrismaClient } from '../generated/prisma/client'
import type { Auth } from './auth'

/**
 * Begins a new session in the place of all that somebody has, and gives its cookie for `Set-Cookie`. Whoever copied a
 * cookie before is nobody from now on.
 */
export const renewSession = async (
  auth: Auth,
  prisma: Pick<PrismaClient, 'session'>,
  userId: string,
): Promise<string> => {
  await prisma.session.deleteMany({ where: { userId } })
  const { internalAdapter, authCookies, secret, sessionConfig } = await auth.$context
  const { token } = await internalAdapter.createSession(userId)
  const { name, attributes } = authCookies.sessionToken
  return serializeSignedCookie(name, token, secret, { ...attributes, maxAge: sessionConfig.expiresIn })
}
