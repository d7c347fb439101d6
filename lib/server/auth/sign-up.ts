import { randomUUID } from 'node:crypto'
import type { Identity } from '../../protocol/identity'
import type { SignUpDetails } from '../../protocol/sign-up'
import { Prisma, type PrismaClient } from '../generated/prisma/client'
import type { Auth } from './auth'

/**
 * Turns a guest into a customer: the same user with a name, an e-mail address and a password, so that the
 * cart, its history and every open tab stay theirs. `EmailTaken` when somebody has the address.
 */
export const signUpGuest = async (
  auth: Auth,
  prisma: PrismaClient,
  guest: Identity,
  { name, email, password }: SignUpDetails,
): Promise<{ type: 'signedUp' } | { type: 'EmailTaken' }> => {
  const { password: hasher } = await auth.$context
  const id = guest.userId
  const account = { id: randomUUID(), userId: id, accountId: id, providerId: 'credential' }
  const hash = await hasher.hash(password)
  try {
    await prisma.$transaction([
      prisma.user.update({ where: { id }, data: { name, email, isAnonymous: false } }),
      prisma.account.create({ data: { ...account, password: hash } }),
    ])
    return { type: 'signedUp' }
  } catch (error) {
    if (isTaken(error)) return { type: 'EmailTaken' }
    throw error
  }
}

const isTaken = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002'
