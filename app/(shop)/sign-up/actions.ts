'use server'

import { type SignUpAnswer, type SignUpDetails, signUpDetails } from '@/lib/protocol/sign-up'
import { ensureIdentity } from '@/lib/server/auth/session'
import { signUpGuest } from '@/lib/server/auth/sign-up'
import { getContext } from '@/lib/server/shared-context'

/** Makes a customer of the guest who asks; their cart and its history stay theirs. */
export async function signUp(raw: SignUpDetails): Promise<SignUpAnswer> {
  const details = signUpDetails.safeParse(raw)
  if (!details.success) return { type: 'Malformed' }
  const guest = await ensureIdentity()
  if (!guest.isGuest) return { type: 'AlreadySignedUp' }
  const { auth, prisma } = getContext()
  return signUpGuest(auth, prisma, guest, details.data)
}
