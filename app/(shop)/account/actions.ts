'use server'

import { headers } from 'next/headers'
import { setReminders as keepReminders } from '@/lib/shop/customer/server/set-reminders'
import { actorOf } from '@/lib/shop/server/auth/actor-of'
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
  const { auth, prisma, passwordTries: tries } = getContext()
  const answer = await change({ auth, prisma, tries }, new Headers(await headers()), identity, parsed.data)
  if (answer.type !== 'changed') return answer
  await giveCookies(answer.setCookie)
  return { type: 'changed' }
}

/** Keeps whether who asks likes to be reminded of what they leave in their cart. */
export async function setReminders(mayRemind: boolean): Promise<boolean> {
  const identity = await currentIdentity()
  if (typeof mayRemind !== 'boolean' || !identity || identity.isGuest) return false
  await keepReminders(getContext().commands, identity.userId, actorOf(identity), { mayRemind, by: 'page' })
  return true
}
