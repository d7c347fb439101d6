'use server'

import { finishSignUp, lookAtSignUp } from '@/lib/shop/server/auth/finish-sign-up'
import { orTooBusy } from '@/lib/shop/server/auth/hashing-overloaded'
import { currentIdentity, ensureIdentity, giveCookies } from '@/lib/shop/server/auth/session'
import { getContext } from '@/lib/shop/server/shared-context'
import { linkToken } from '@/lib/shop/wire/mail-link'
import {
  type SignUpFinish,
  type SignUpFinished,
  type SignUpLink,
  signUpFinish,
} from '@/lib/shop/wire/sign-up'

/** What the link that somebody followed opens. */
export async function lookAtLink(raw: string): Promise<SignUpLink> {
  const token = linkToken.safeParse(raw)
  if (!token.success) return { type: 'LinkOver' }
  return lookAtSignUp(getContext(), await currentIdentity(), token.data)
}

/** Makes a customer of the guest who followed the link; the cart here and its history stay theirs. */
export async function finish(raw: SignUpFinish): Promise<SignUpFinished> {
  const parsed = signUpFinish.safeParse(raw)
  if (!parsed.success) return { type: 'Malformed' }
  const finisher = { ...getContext(), ensureGuest: ensureIdentity }
  const answer = await orTooBusy(finishSignUp(finisher, await currentIdentity(), parsed.data))
  if (answer.type !== 'signedUp') return answer
  await giveCookies(answer.setCookie)
  return { type: 'signedUp' }
}
