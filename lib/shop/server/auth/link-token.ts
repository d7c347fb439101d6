import { createHash, randomBytes } from 'node:crypto'

/** What a link in a mail has behind its #: nobody guesses it. */
export const newLinkToken = (): string => randomBytes(32).toString('base64url')

/** Under which id the link of a token is kept: who reads it has no link. */
export const linkIdOf = (token: string): string => createHash('sha256').update(token).digest('base64url')

const hour = 3_600_000

/** What links in mails are for, how long they hold, and whose they are: all of one name end with the first that is used. */
export const linkKinds = {
  signUp: { kind: 'sign-up', holdsMs: 24 * hour, nameFor: (email: string) => `sign-up:${email}` },
  passwordReset: {
    kind: 'password-reset',
    holdsMs: hour,
    nameFor: (userId: string) => `password-reset:${userId}`,
  },
} as const
