'use server'

import { orTooBusy } from '@/lib/shop/server/auth/hashing-overloaded'
import { requestSignUp } from '@/lib/shop/server/auth/request-sign-up'
import { askingVisitor, ensureIdentity } from '@/lib/shop/server/auth/session'
import { getContext } from '@/lib/shop/server/shared-context'
import { type SignUpAnswer, type SignUpDetails, signUpDetails } from '@/lib/shop/wire/sign-up'

/** Sends the guest who asks a mail with which they become a customer; whether the address has an account is told there alone. */
export async function signUp(raw: SignUpDetails): Promise<SignUpAnswer> {
  const details = signUpDetails.safeParse(raw)
  if (!details.success) return { type: 'Malformed' }
  const guest = await ensureIdentity()
  if (!guest.isGuest) return { type: 'AlreadySignedUp' }
  const context = getContext()
  const visitor = await askingVisitor()
  const to = details.data.email
  const tooMany = await context.mailBudget.spend({ guestId: guest.userId, visitor, to })
  return tooMany ?? orTooBusy(requestSignUp(context, guest, details.data))
}
