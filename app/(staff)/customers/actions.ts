'use server'

import * as z from 'zod'
import { id } from '@/lib/kit/wire/text'
import { changeCustomer } from '@/lib/shop/customer/server/change-customer'
import type { CustomerActionAnswer } from '@/lib/shop/customer/wire/customer-answer'
import { type CustomerRequest, customerRequest } from '@/lib/shop/customer/wire/customer-requests'
import { currentIdentity } from '@/lib/shop/server/auth/session'
import { parseInput } from '@/lib/shop/server/parse-input'
import { getContext } from '@/lib/shop/server/shared-context'

const input = z.object({ customerId: id, commandId: z.uuid(), request: customerRequest })

/** Changes what is known of a customer, or how they stand. */
export async function change(raw: {
  readonly customerId: string
  readonly commandId: string
  readonly request: CustomerRequest
}): Promise<CustomerActionAnswer> {
  const parsed = parseInput(input, raw)
  if (parsed.type === 'rejected') return parsed
  const identity = await currentIdentity()
  if (!identity) return { type: 'signedOut' }
  const { customerId, commandId, request } = parsed.value
  const context = getContext()
  const answer = await changeCustomer(context, identity, customerId, request, { commandId })
  // The page that is shown next has it.
  if (answer.type === 'accepted') await context.readModels.waitForCustomers(answer.position)
  return answer
}
