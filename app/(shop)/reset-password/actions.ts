'use server'

import { orTooBusy } from '@/lib/shop/server/auth/hashing-overloaded'
import { lookAtReset, resetPassword as reset } from '@/lib/shop/server/auth/reset-password'
import { getContext } from '@/lib/shop/server/shared-context'
import { linkToken } from '@/lib/shop/wire/mail-link'
import {
  type PasswordReset,
  type PasswordResetAnswer,
  passwordReset,
  type ResetLink,
} from '@/lib/shop/wire/password-reset'

/** Whose password the link changes that somebody followed. */
export async function lookAtLink(raw: string): Promise<ResetLink> {
  const token = linkToken.safeParse(raw)
  return token.success ? lookAtReset(getContext(), token.data) : { type: 'LinkOver' }
}

/** Gives the account another password; everybody who is signed in to it is signed out. */
export async function resetPassword(raw: PasswordReset): Promise<PasswordResetAnswer> {
  const parsed = passwordReset.safeParse(raw)
  return parsed.success ? orTooBusy(reset(getContext(), parsed.data)) : { type: 'Malformed' }
}
