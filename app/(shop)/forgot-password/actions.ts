'use server'

import { headers } from 'next/headers'
import { visitorOf } from '@/lib/kit/server/http/client-address'
import { requestReset } from '@/lib/shop/server/auth/request-reset'
import { getContext } from '@/lib/shop/server/shared-context'
import { type ResetRequest, type ResetRequestAnswer, resetRequest } from '@/lib/shop/wire/password-reset'

/** Sends a mail with which a new password is chosen; whether the address has an account is told there alone. */
export async function forgotPassword(raw: ResetRequest): Promise<ResetRequestAnswer> {
  const parsed = resetRequest.safeParse(raw)
  if (!parsed.success) return { type: 'Malformed' }
  const context = getContext()
  const visitor = visitorOf((await headers()).get('x-forwarded-for') ?? '')
  const { email } = parsed.data
  return (await context.mailBudget.spend({ visitor, to: email })) ?? requestReset(context, email)
}
