import { useState } from 'react'
import { createSendOnce } from '@/lib/kit/client/browser/send-once'
import type { OrderRequest } from '@/lib/shop/order/wire/order-requests'
import { unreachable } from '../site/unreachable'

/**
 * Asks something of an order; says why where it was refused, and nothing where it was done. What is asked again after no answer is
 * done once.
 */
export const useAskOrder = (orderId: string) => {
  const [sendOnce] = useState(createSendOnce)
  return async (request: OrderRequest): Promise<string | undefined> => {
    const response = await sendOnce((commandId) =>
      fetch(`/api/orders/${encodeURIComponent(orderId)}/commands`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': commandId },
        body: JSON.stringify(request),
      }),
    )
    if (!response) return unreachable
    if (response.ok) return undefined
    const { detail } = (await response.json().catch(() => ({}))) as { readonly detail?: string }
    return detail ?? 'The shop could not do this. Try again.'
  }
}
