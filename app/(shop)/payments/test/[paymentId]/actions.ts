'use server'

import { revalidatePath } from 'next/cache'
import * as z from 'zod'
import { ownTestPayment } from '@/lib/shop/payment/server/own-test-payment'
import { currentIdentity } from '@/lib/shop/server/auth/session'
import { parseInput } from '@/lib/shop/server/parse-input'
import { getContext } from '@/lib/shop/server/shared-context'

const input = z.object({ paymentId: z.string().min(1).max(200), isApproved: z.boolean() })

/** Whoever pays says on the test provider's page whether they do. */
export async function answerTestPayment(raw: z.infer<typeof input>): Promise<void> {
  const parsed = parseInput(input, raw)
  if (parsed.type === 'rejected') return
  const { paymentId, isApproved } = parsed.value
  const context = getContext()
  const payment = await ownTestPayment(context, await currentIdentity(), paymentId)
  if (payment) await context.payments.test?.confirm(paymentId, isApproved)
  revalidatePath(`/payments/test/${paymentId}`)
}
