import type { Identity } from '../../protocol/identity'
import type { Auth } from './auth'

export interface SignUp {
  readonly name: string
  readonly email: string
  readonly password: string
}

/**
 * Turns a guest into a customer: the same user with a name, an e-mail address and a password, so that the
 * cart, its history and every open tab stay theirs. `EmailTaken` when somebody has the address.
 */
export const signUpGuest = async (
  auth: Auth,
  guest: Identity,
  { name, email, password }: SignUp,
): Promise<{ type: 'signedUp' } | { type: 'EmailTaken' }> => {
  const { internalAdapter, password: hasher } = await auth.$context
  if (await internalAdapter.findUserByEmail(email)) return { type: 'EmailTaken' }
  await internalAdapter.linkAccount({
    userId: guest.userId,
    accountId: guest.userId,
    providerId: 'credential',
    password: await hasher.hash(password),
  })
  await internalAdapter.updateUser(guest.userId, { name, email, isAnonymous: false })
  return { type: 'signedUp' }
}
