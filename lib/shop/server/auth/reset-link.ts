import type { Sql } from '../../../kit/server/postgres/sql'
import type { PrismaClient } from '../generated/prisma/client'
import { findLink, linkKinds, linkName } from './kept-link'
import { linkIdOf } from './link-token'

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
    values: [linkIdOf(token), resetName(''), until, email],
  })
  return rowCount === 1
}

/** Whose password a link changes; undefined where it was used, or its time is over. */
export const findReset = async (
  prisma: Pick<PrismaClient, 'verification' | 'user'>,
  token: string,
  now: Date,
): Promise<{ readonly id: string; readonly name: string; readonly email: string } | undefined> => {
  const id = await findLink(prisma, linkKinds.passwordReset, token, now)
  const user = id === undefined ? null : await prisma.user.findUnique({ where: { id } })
  return user ?? undefined
}

/** What all links to a new password of one person have in common. */
export const resetName = (userId: string): string => linkName(linkKinds.passwordReset, userId)
