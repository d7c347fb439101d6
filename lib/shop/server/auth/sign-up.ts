import { randomUUID } from 'node:crypto'
import { isOfOwner } from '../../wire/password'
import type { ShopIdentity } from '../../wire/shop-identity'
import type { SignUpAnswer, SignUpDetails } from '../../wire/sign-up'
import { Prisma, type PrismaClient } from '../generated/prisma/client'
import type { Auth } from './auth'
import { isCommonPassword } from './common-passwords'
import { renewSession } from './renew-session'

type SignedUp =
  | { readonly type: 'signedUp'; readonly setCookie: string }
  | Exclude<SignUpAnswer, { type: 'signedUp' }>

/**
 * Turns a guest into a customer: the same user with a name, an e-mail address and a password, so that the
 * cart and its history stay theirs. All sessions the guest had end, and a new one begins. What can be refused is refused before
 * the password is hashed, which costs most.
 */
export const signUpGuest = async (
  auth: Auth,
  prisma: PrismaClient,
  guest: ShopIdentity,
  details: SignUpDetails,
): Promise<SignedUp> => {
  if (isOfOwner(details.password, details)) return { type: 'PasswordOfOwner' }
  if (await isCommonPassword(details.password)) return { type: 'PasswordTooCommon' }
  const { email } = details
  if (await prisma.user.findUnique({ where: { email }, select: { id: true } })) return { type: 'EmailTaken' }
  const { password: hasher } = await auth.$context
  const becoming = await becomeCustomer(prisma, guest.userId, details, await hasher.hash(details.password))
  if (becoming !== 'customer') return { type: becoming }
  return { type: 'signedUp', setCookie: await renewSession(auth, prisma, guest.userId) }
}

/** Of two that were sent at once, one finds a guest. */
const becomeCustomer = async (
  prisma: PrismaClient,
  id: string,
  { name, email }: SignUpDetails,
  hash: string,
): Promise<'customer' | 'AlreadySignedUp' | 'EmailTaken'> => {
  const account = { id: randomUUID(), userId: id, accountId: id, providerId: 'credential', password: hash }
  try {
    await prisma.$transaction([
      prisma.user.update({ where: { id, isAnonymous: true }, data: { name, email, isAnonymous: false } }),
      prisma.account.create({ data: account }),
    ])
    return 'customer'
  } catch (error) {
    const code = error instanceof Prisma.PrismaClientKnownRequestError ? error.code : undefined
    if (code === noSuchRow) return 'AlreadySignedUp'
    if (code === notUnique) return 'EmailTaken'
    throw error
  }
}

const noSuchRow = 'P2025'
const notUnique = 'P2002'
