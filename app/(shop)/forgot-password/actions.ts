'use server'

import { requestReset } from '@/lib/shop/server/auth/request-reset'
import { askingVisitor } from '@/lib/shop/server/auth/session'
import { getContext } from '@/lib/shop/server/shared-context'
import { type ResetRequest, type ResetRequestAnswer, resetRequest } from '@/lib/shop/wire/password-reset'

/** Sends a mail with which a new password is chosen; whether the address has an account is told there alone. */
export async function forgotPassword(raw: ResetRequest): Promise<ResetRequestAnswer> {
  const parsed = resetRequest.safeParse(raw)
  if (!parsed.success) return { type: 'Malformed' }
  const context = getContext()
  const visitor = await askingVisitor()
  const { email } = parsed.data
  return (await context.mailBudget.spend({ visitor, to: email })) ?? requestReset(context, email)
}
