import * as z from 'zod'
import { email } from './email'
import { type LinkOver, type LookIntoMail, linkToken } from './mail-link'
import { newPassword, type PasswordRefused, type TooBusy, type TooManyTries } from './password'

/** What somebody says who forgot a password. */
export const resetRequest = z.object({ email })
export type ResetRequest = z.infer<typeof resetRequest>

/** The same whether the address has an account or not. */
export type ResetRequestAnswer = LookIntoMail | { readonly type: 'Malformed' } | TooManyTries

/** Whose password the link in the mail changes. */
export type ResetLink = { readonly type: 'open'; readonly email: string } | LinkOver

export const passwordReset = z.object({ token: linkToken, newPassword })
export type PasswordReset = z.infer<typeof passwordReset>

export type PasswordResetAnswer =
  | { readonly type: 'changed' }
  | { readonly type: 'Malformed' }
  | LinkOver
  | PasswordRefused
  | TooBusy
