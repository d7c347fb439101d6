import { createHash, randomBytes } from 'node:crypto'

/** What a link in a mail has behind its #: nobody guesses it. */
export const newLinkToken = (): string => randomBytes(32).toString('base64url')

/** Under which id the link of a token is kept: who reads it has no link. */
export const linkIdOf = (token: string): string => createHash('sha256').update(token).digest('base64url')
