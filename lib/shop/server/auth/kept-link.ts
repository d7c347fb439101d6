import type { PrismaClient } from '../generated/prisma/client'
import { linkIdOf } from './link-token'

const hour = 3_600_000

/** What links in mails are for, and how long they hold. */
export const linkKinds = {
  signUp: { kind: 'sign-up', holdsMs: 24 * hour },
  passwordReset: { kind: 'password-reset', holdsMs: hour },
} as const

type LinkKind = (typeof linkKinds)[keyof typeof linkKinds]

/** What all links of a kind have in common that are for one address or person: they end with the first that is used. */
export const linkName = ({ kind }: LinkKind, owner: string): string => `${kind}:${owner}`

/** What is kept with a link; undefined where it was used, or its time is over. */
export const findLink = async (
  prisma: Pick<PrismaClient, 'verification'>,
  kind: LinkKind,
  token: string,
  now: Date,
): Promise<string | undefined> => {
  const found = await prisma.verification.findFirst({
    where: { id: linkIdOf(token), identifier: { startsWith: linkName(kind, '') }, expiresAt: { gt: now } },
  })
  return found?.value
}

/**
 * Uses a link up, with all others of its name; false where somebody did before. It is one statement: two links that are used at
 * once would wait for each other.
 */
export const useUpLink = async (
  prisma: Pick<PrismaClient, '$queryRaw'>,
  token: string,
  name: string,
  now: Date,
): Promise<boolean> => {
  const id = linkIdOf(token)
  const ended = await prisma.$queryRaw<{ readonly id: string }[]>`
    DELETE FROM auth_verifications WHERE identifier = ${name}
      AND EXISTS (SELECT FROM auth_verifications u WHERE u.id = ${id} AND u.identifier = ${name} AND u.expires_at > ${now})
    RETURNING id`
  return ended.some((link) => link.id === id)
}

/** Lets no link of a name work any more that was sent before. */
export const endLinks = async (prisma: Pick<PrismaClient, 'verification'>, name: string): Promise<void> => {
  await prisma.verification.deleteMany({ where: { identifier: name } })
}
