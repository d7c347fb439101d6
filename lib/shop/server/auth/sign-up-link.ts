import * as z from 'zod'
import type { Sql } from '../../../kit/server/postgres/sql'
import type { PrismaClient } from '../generated/prisma/client'
import { findLink, linkKinds, linkName } from './kept-link'
import { linkIdOf } from './link-token'

const pending = z.object({
  /** The guest who asked. */
  guestId: z.string(),
  name: z.string(),
  email: z.string(),
  passwordHash: z.string(),
})

/** A sign-up that waits for its link to be opened. Until then nobody has the address. */
export type PendingSignUp = z.infer<typeof pending>

/**
 * Keeps a sign-up for whoever has the token, unless somebody has an account with its address; says whether it did. It is the
 * same statement in either case, so that who asks can't tell by its time.
 */
export const keepSignUp = async (
  sql: Sql,
  token: string,
  signUp: PendingSignUp,
  until: Date,
): Promise<boolean> => {
  const { rowCount } = await sql.query({
    name: 'keep_sign_up',
    text: `INSERT INTO auth_verifications (id, identifier, value, expires_at)
           SELECT $1, $2, $3, $4 WHERE NOT EXISTS (SELECT FROM auth_users WHERE email = $5)`,
    values: [linkIdOf(token), signUpName(signUp.email), JSON.stringify(signUp), until, signUp.email],
  })
  return rowCount === 1
}

/** The sign-up that a link finishes; undefined where it was finished, or its time is over. */
export const findSignUp = async (
  prisma: Pick<PrismaClient, 'verification'>,
  token: string,
  now: Date,
): Promise<PendingSignUp | undefined> => {
  const kept = await findLink(prisma, linkKinds.signUp, token, now)
  return kept === undefined ? undefined : pending.parse(JSON.parse(kept))
}

/** What all links have in common that finish a sign-up with one address. */
export const signUpName = (email: string): string => linkName(linkKinds.signUp, email)
