import type { Sql } from '../../../kit/server/postgres/sql'
import type { PrismaClient } from '../generated/prisma/client'
import { linkIdOf, linkKinds } from './link-token'

const { kind, nameFor } = linkKinds.passwordReset

/**
 * Keeps a link to a new password for who has an account with this address; says whether anybody has. It is the same statement in
 * either case, so that who asks can't tell by its time.
 */
export const keepReset = async (sql: Sql, token: string, email: string, until: Date): Promise<boolean> => {
  const { rowCount } = await sql.query({
    name: 'keep_reset',
    text: `INSERT INTO auth_verifications (id, identifier, value, expires_at)
           SELECT $1, $2 || u.id, u.id, $3 FROM auth_users u
           WHERE u.email = $4
             AND EXISTS (SELECT FROM auth_accounts a WHERE a.user_id = u.id AND a.provider_id = 'credential')`,
    values: [linkIdOf(token), nameFor(''), until, email],
  })
  return rowCount === 1
}

/** Whose password a link changes; undefined where it was used, or its time is over. */
export const findReset = async (
  prisma: Pick<PrismaClient, 'verification' | 'user'>,
  token: string,
  now: Date,
): Promise<{ readonly id: string; readonly name: string; readonly email: string } | undefined> => {
  const found = await prisma.verification.findFirst({
    where: { id: linkIdOf(token), identifier: { startsWith: `${kind}:` }, expiresAt: { gt: now } },
  })
  const user = found && (await prisma.user.findUnique({ where: { id: found.value } }))
  return user ?? undefined
}

/** Uses a link up; false where somebody did before. */
export const useUpReset = async (
  prisma: Pick<PrismaClient, 'verification'>,
  token: string,
  now: Date,
): Promise<boolean> => {
  const { count } = await prisma.verification.deleteMany({
    where: { id: linkIdOf(token), expiresAt: { gt: now } },
  })
  return count === 1
}

/** Lets no link change somebody's password any more that was sent before. */
export const endResets = async (
  prisma: Pick<PrismaClient, 'verification'>,
  userId: string,
): Promise<void> => {
  await prisma.verification.deleteMany({ where: { identifier: nameFor(userId) } })
}
