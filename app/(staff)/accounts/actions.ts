'use server'

import { creditAccount } from '@/lib/shop/account/server/credit-account'
import { type CreditAnswer, type CreditRequest, creditRequest } from '@/lib/shop/account/wire/credit'
import { currentIdentity } from '@/lib/shop/server/auth/session'
import { parseInput } from '@/lib/shop/server/parse-input'
import { getContext } from '@/lib/shop/server/shared-context'

/** Gives a customer credit, or takes it back. */
export async function credit(raw: CreditRequest): Promise<CreditAnswer> {
  const parsed = parseInput(creditRequest, raw)
  if (parsed.type === 'rejected') return parsed
  const identity = await currentIdentity()
  if (!identity) return { type: 'signedOut' }
  // Who is there is for staff to know alone.
  if (identity.role !== 'staff') return { type: 'rejected', rejection: { type: 'NotAllowed' } }
  const { prisma, commands, store, access, readModels } = getContext()
  const { customer, ...request } = parsed.value
  const found = await prisma.user.findFirst({
    where: { OR: [{ id: customer }, { email: customer.toLowerCase() }], isAnonymous: { not: true } },
    select: { id: true },
  })
  if (!found) return { type: 'rejected', rejection: { type: 'CustomerNotFound' } }
  const answer = await creditAccount({ handle: commands.handle, store, access }, identity, found.id, request)
  // The list that is shown next has it.
  if (answer.type === 'accepted') {
    await readModels.waitFor('account_summary', answer.events.at(-1)?.position)
  }
  return answer
}
