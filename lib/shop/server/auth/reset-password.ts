import type { PasswordReset, PasswordResetAnswer, ResetLink } from '../../wire/password-reset'
import type { PrismaClient } from '../generated/prisma/client'
import type { Auth } from './auth'
import { useUpLink } from './kept-link'
import { passwordRefusal } from './password-refusal'
import type { People } from './people'
import { findReset, resetName } from './reset-link'
import type { Tries } from './tries'

interface ResetDependencies {
  readonly auth: Auth
  readonly prisma: PrismaClient
  readonly people: Pick<People, 'settle'>
  readonly passwordTries: Tries
  readonly now: () => Date
}

/** Whose password a link changes, for who has it. */
export const lookAtReset = async (
  { prisma, now }: Pick<ResetDependencies, 'prisma' | 'now'>,
  token: string,
): Promise<ResetLink> => {
  const owner = await findReset(prisma, token, now())
  return owner ? { type: 'open', email: owner.email } : { type: 'LinkOver' }
}

/** Gives somebody another password who has the link to it. Nobody is signed in as them any more, and no other link does it again. */
export const resetPassword = async (
  { auth, prisma, people, passwordTries, now }: ResetDependencies,
  { token, newPassword }: PasswordReset,
): Promise<PasswordResetAnswer> => {
  const owner = await findReset(prisma, token, now())
  if (!owner) return { type: 'LinkOver' }
  const refusal = await passwordRefusal(newPassword, owner)
  if (refusal) return refusal
  const { password: hasher } = await auth.$context
  // Before the link is used up: where too many others are at it, it is tried again.
  const password = await hasher.hash(newPassword)
  const isChanged = await prisma.$transaction(async (transaction) => {
    if (!(await useUpLink(transaction, token, resetName(owner.id), now()))) return false
    await transaction.account.updateMany({
      where: { userId: owner.id, providerId: 'credential' },
      data: { password },
    })
    await transaction.session.deleteMany({ where: { userId: owner.id } })
    return true
  })
  if (!isChanged) return { type: 'LinkOver' }
  await people.settle()
  passwordTries.succeeded(owner.email)
  return { type: 'changed' }
}
