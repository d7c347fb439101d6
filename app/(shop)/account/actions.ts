'use server'

import { headers } from 'next/headers'
import { changePassword as change } from '@/lib/shop/server/auth/change-password'
import { currentIdentity, giveCookies } from '@/lib/shop/server/auth/session'
import { getContext } from '@/lib/shop/server/shared-context'
import { type PasswordAnswer, type PasswordChange, passwordChange } from '@/lib/shop/wire/password'

/** Gives who asks another password; everybody else who is signed in as them is signed out. */
export async function changePassword(raw: PasswordChange): Promise<PasswordAnswer> {
  const parsed = passwordChange.safeParse(raw)
  if (!parsed.success) return { type: 'Malformed' }
  const identity = await currentIdentity()
  if (!identity || identity.isGuest) return { type: 'signedOut' }
  const { auth, passwordTries: tries } = getContext()
  const answer = await change({ auth, tries }, new Headers(await headers()), identity, parsed.data)
  if (answer.type !== 'changed') return answer
  await giveCookies(answer.setCookie)
  return { type: 'changed' }
}
