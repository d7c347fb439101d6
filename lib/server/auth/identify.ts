import type { Identity } from '../../protocol/identity'
import type { PrismaClient } from '../generated/prisma/client'
import { findKeyOwner } from './api-key'
import type { Auth } from './auth'

interface AuthUser {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly role?: string | null | undefined
  readonly isAnonymous?: boolean | null | undefined
}

const bearer = /^Bearer\s+(\S+)$/i

export type Identify = (headers: Headers) => Promise<Identity | undefined>

/** Who sent these headers: by API key where there is one, else by session cookie; undefined for nobody. */
export const createIdentify =
  (auth: Auth, prisma: PrismaClient, now: () => Date): Identify =>
  async (headers) => {
    const authorization = headers.get('authorization')
    if (authorization) {
      const key = bearer.exec(authorization)?.[1]
      const owner = key && (await findKeyOwner(prisma, key, now))
      return owner ? toIdentity(owner) : undefined
    }
    const session = await auth.api.getSession({ headers })
    return session ? toIdentity(session.user) : undefined
  }

export const toIdentity = (user: AuthUser): Identity => ({
  userId: user.id,
  role: user.role === 'staff' ? 'staff' : 'shopper',
  isGuest: user.isAnonymous === true,
  name: user.name,
  email: user.email,
})
