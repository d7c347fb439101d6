import type { LookIntoMail } from '../../wire/mail-link'
import { newPasswordLetter, noAccountLetter } from '../mail/account-letters'
import { linkKinds } from './kept-link'
import { keepReset } from './reset-link'
import { type LinkMailDependencies, sendLink } from './send-link'

/** Sends a mail with which somebody chooses a new password, or, to an address that has no account, one that says so. */
export const requestReset = (dependencies: LinkMailDependencies, email: string): Promise<LookIntoMail> =>
  sendLink(dependencies, {
    ...linkKinds.passwordReset,
    to: email,
    keepLink: (sql, token, until) => keepReset(sql, token, email, until),
    withLink: newPasswordLetter,
    without: noAccountLetter,
  })
