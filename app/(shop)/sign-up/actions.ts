'use server'

import { headers } from 'next/headers'
import { visitorOf } from '@/lib/kit/server/http/client-address'
import { isHashingOverloaded } from '@/lib/shop/server/auth/hashing-overloaded'
import { ensureIdentity, giveCookies } from '@/lib/shop/server/auth/session'
import { signUpGuest } from '@/lib/shop/server/auth/sign-up'
import { getContext } from '@/lib/shop/server/shared-context'
import { type SignUpAnswer, type SignUpDetails, signUpDetails } from '@/lib/shop/wire/sign-up'

/** Makes a customer of the guest who asks; their cart and its history stay theirs. */
export async function signUp(raw: SignUpDetails): Promise<SignUpAnswer> {
  const details = signUpDetails.safeParse(raw)
  if (!details.success) return { type: 'Malformed' }
  const guest = await ensureIdentity()
  if (!guest.isGuest) return { type: 'AlreadySignedUp' }
  const { auth, prisma, signUpBudget } = getContext()
  const visitor = visitorOf((await headers()).get('x-forwarded-for') ?? '')
  const tooMany = await signUpBudget.spend(guest.userId, visitor)
  if (tooMany) return tooMany
  const answer = await signUpGuest(auth, prisma, guest, details.data).catch((error) => {
    if (isHashingOverloaded(error)) return { type: 'TooBusy' } as const
    throw error
  })
  if (answer.type !== 'signedUp') return answer
  await giveCookies(answer.setCookie)
  return { type: 'signedUp' }
}
