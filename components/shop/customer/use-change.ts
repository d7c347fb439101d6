import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { createSendOnce } from '@/lib/kit/client/browser/send-once'
import type { CustomerActionAnswer } from '@/lib/shop/customer/wire/customer-answer'
import type { CustomerRequest } from '@/lib/shop/customer/wire/customer-requests'
import { unreachable } from '../site/unreachable'
import { customerWords } from './customer-words'

export type ChangeCustomer = (raw: {
  readonly customerId: string
  readonly commandId: string
  readonly request: CustomerRequest
}) => Promise<CustomerActionAnswer>

/** Sends what is asked of a customer; says why not where it isn't done. What is sent again after no answer is done once. */
export const useChange = (change: ChangeCustomer, customerId: string) => {
  const [sendOnce] = useState(createSendOnce)
  const router = useRouter()
  return async (request: CustomerRequest): Promise<string | undefined> => {
    const answer = await sendOnce((commandId) => change({ customerId, commandId, request }))
    if (!answer) return unreachable
    if (answer.type !== 'accepted') return customerWords(answer)
    router.refresh()
    return undefined
  }
}
