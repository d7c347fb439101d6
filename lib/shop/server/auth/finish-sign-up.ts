import { randomUUID } from 'node:crypto'
import type { SignUpInLog } from '../../customer/server/sign-up-in-log'
import type { PasswordRefused } from '../../wire/password'
import type { ShopIdentity } from '../../wire/shop-identity'
import type { NewOwner, SignUpFinish, SignUpFinished, SignUpLink } from '../../wire/sign-up'
import { Prisma, type PrismaClient } from '../generated/prisma/client'
import type { Auth } from './auth'
import { useUpLink } from './kept-link'
import { passwordRefusal } from './password-refusal'
import { renewSession } from './renew-session'
import { findSignUp, type PendingSignUp, signUpName } from './sign-up-link'

interface SignUpDependencies {
  readonly auth: Auth
  readonly prisma: PrismaClient
  readonly now: () => Date
}

/** What a link that finishes a sign-up opens for who has it. */
export const lookAtSignUp = async (
  { prisma, now }: Pick<SignUpDependencies, 'prisma' | 'now'>,
  identity: ShopIdentity | undefined,
  token: string,
): Promise<SignUpLink> => {
  const signUp = await findSignUp(prisma, token, now())
  if (!signUp) return { type: 'LinkOver' }
  if (identity && !identity.isGuest) return { type: 'AlreadySignedUp' }
  const { email, name } = signUp
  return { type: 'open', email, name, isHere: signUp.guestId === identity?.userId }
}

type Finished =
  | { readonly type: 'signedUp'; readonly setCookie: string }
  | Exclude<SignUpFinished, { type: 'signedUp' }>

interface Finisher extends SignUpDependencies {
  /** Who asks; somebody new becomes a guest. */
  readonly ensureGuest: () => Promise<ShopIdentity>
  readonly signUpInLog: SignUpInLog
}

/**
 * Makes a customer of the guest in whose browser the link is opened: the same user with a name, an address and a password, so that
 * the cart there and its history stay theirs. All sessions the guest had end, and a new one begins. Where it isn't the guest who
 * asked, name and password are chosen once more: who asked may be anybody, and would know them.
 * That they have the address the log decides: where somebody else has it there, they are the guest again that they were.
 */
export const finishSignUp = async (
  { auth, prisma, now, ensureGuest, signUpInLog }: Finisher,
  identity: ShopIdentity | undefined,
  { token, owner }: SignUpFinish,
): Promise<Finished> => {
  if (identity && !identity.isGuest) return { type: 'AlreadySignedUp' }
  const signUp = await findSignUp(prisma, token, now())
  if (!signUp) return { type: 'LinkOver' }
  const isHere = signUp.guestId === identity?.userId
  const customer = isHere ? signUp : owner && (await chosenAnew(auth, signUp, owner))
  if (!customer) return { type: 'Malformed' }
  if (isRefusal(customer)) return customer
  const guest = identity ?? (await ensureGuest())
  const becoming = await becomeCustomer(prisma, guest.userId, customer, token, now())
  if (becoming !== 'customer') return { type: becoming }
  if ((await signUpInLog({ id: guest.userId, ...customer })) === 'EmailTaken') {
    await becomeGuestAgain(prisma, guest)
    return { type: 'EmailTaken' }
  }
  return { type: 'signedUp', setCookie: await renewSession(auth, prisma, guest.userId) }
}

type Customer = Pick<PendingSignUp, 'name' | 'email' | 'passwordHash'>

const isRefusal = (customer: Customer | PasswordRefused): customer is PasswordRefused => 'type' in customer

const chosenAnew = async (
  auth: Auth,
  { email }: PendingSignUp,
  { name, password }: NewOwner,
): Promise<Customer | PasswordRefused> => {
  const refusal = await passwordRefusal(password, { name, email })
  if (refusal) return refusal
  const { password: hasher } = await auth.$context
  return { name, email, passwordHash: await hasher.hash(password) }
}

/** Undoes what a transaction has done so far. */
class Refused extends Error {
  constructor(readonly why: 'LinkOver' | 'AlreadySignedUp') {
    super(why)
  }
}

/** Of two that use a link at once, and of two guests with one address, one becomes a customer. */
const becomeCustomer = async (
  prisma: PrismaClient,
  id: string,
  { name, email, passwordHash: password }: Customer,
  token: string,
  now: Date,
): Promise<'customer' | 'LinkOver' | 'AlreadySignedUp' | 'EmailTaken'> => {
  const account = { id: randomUUID(), userId: id, accountId: id, providerId: 'credential', password }
  try {
    return await prisma.$transaction(async (transaction) => {
      const { count } = await transaction.user.updateMany({
        where: { id, isAnonymous: true },
        data: { name, email, emailVerified: true, isAnonymous: false },
      })
      if (count === 0) throw new Refused('AlreadySignedUp')
      if (!(await useUpLink(transaction, token, signUpName(email), now))) throw new Refused('LinkOver')
      await transaction.account.create({ data: account })
      return 'customer' as const
    })
  } catch (error) {
    if (error instanceof Refused) return error.why
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === notUnique) return 'EmailTaken'
    throw error
  }
}

const notUnique = 'P2002'

const becomeGuestAgain = (prisma: PrismaClient, { userId, name, email }: ShopIdentity): Promise<unknown> =>
  prisma.$transaction([
    prisma.account.deleteMany({ where: { userId } }),
    prisma.user.update({
      where: { id: userId },
      data: { name, email, emailVerified: false, isAnonymous: true },
    }),
  ])
