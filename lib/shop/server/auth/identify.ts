import type { FindCaller, Identify } from '../../../kit/server/http/caller'
import type { ShopIdentity } from '../../wire/shop-identity'
import type { PrismaClient } from '../generated/prisma/client'
import { findKey } from './api-key'
import type { Auth } from './auth'
import { isLetIn } from './let-in'

interface AuthUser {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly role?: string | null | undefined
  readonly isAnonymous?: boolean | null | undefined
  readonly isDeactivated?: boolean | null | undefined
}

const bearer = /^Bearer\s+(\S+)$/i

/**
 * Who sent these headers: by API key where there is one, else by session cookie; undefined for nobody, and for who is let in
 * nowhere.
 */
export const createFindCaller =
  (auth: Auth, prisma: PrismaClient, now: () => Date): FindCaller<ShopIdentity> =>
  async ({ authorization, cookie }) => {
    if (authorization) {
      const key = bearer.exec(authorization)?.[1]
      const found = key && (await findKey(prisma, key, now))
      return found && isLetIn(found.owner)
        ? {
            identity: toIdentity(found.owner),
            key: { id: found.id, perMinute: found.perMinute },
            expiresAt: found.expiresAt,
          }
        : undefined
    }
    const session = await auth.api.getSession({
      headers: new Headers(cookie === undefined ? {} : { cookie }),
    })
    return session && isLetIn(session.user)
      ? { identity: toIdentity(session.user), expiresAt: session.session.expiresAt }
      : undefined
  }

/** Who sent these headers, and nothing else of them. */
export const createIdentify =
  (find: FindCaller<ShopIdentity>): Identify<ShopIdentity> =>
  async (sent) =>
    (await find(sent))?.identity

export const toIdentity = (user: AuthUser): ShopIdentity => ({
  userId: user.id,
  role: user.role === 'staff' ? 'staff' : 'shopper',
  isGuest: user.isAnonymous === true,
  name: user.name,
  email: user.email,
})
