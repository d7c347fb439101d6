import { APIError } from 'better-auth'
import type { PasswordAnswer, PasswordChange } from '../../wire/password'
import type { ShopIdentity } from '../../wire/shop-identity'
import type { PrismaClient } from '../generated/prisma/client'
import type { Auth } from './auth'
import { isHashingOverloaded } from './hashing-overloaded'
import { endLinks } from './kept-link'
import { passwordRefusal } from './password-refusal'
import { resetName } from './reset-link'
import type { Tries } from './tries'

type Changed =
  | { readonly type: 'changed'; readonly setCookie: string }
  | Exclude<PasswordAnswer, { type: 'changed' }>

interface ChangeDependencies {
  readonly auth: Auth
  readonly prisma: PrismaClient
  readonly tries: Tries
}

/** Gives somebody another password, who says the one they have. Their other sessions end, and this one is a new one. */
export const changePassword = async (
  { auth, prisma, tries }: ChangeDependencies,
  headers: Headers,
  identity: ShopIdentity,
  { currentPassword, newPassword }: PasswordChange,
): Promise<Changed> => {
  const refusal = await passwordRefusal(newPassword, identity)
  if (refusal) return refusal
  const tooMany = tries.begin(identity.email)
  if (tooMany) return tooMany
  try {
    const { headers: answered } = await auth.api.changePassword({
      body: { currentPassword, newPassword, revokeOtherSessions: true },
      headers,
      returnHeaders: true,
    })
    tries.succeeded(identity.email)
    await endLinks(prisma, resetName(identity.userId))
    return { type: 'changed', setCookie: answered.get('set-cookie') ?? '' }
  } catch (error) {
    if (isHashingOverloaded(error)) return { type: 'TooBusy' }
    // Whatever else better-auth refuses was refused here before.
    if (error instanceof APIError && error.statusCode < 500) return { type: 'WrongPassword' }
    throw error
  }
}
