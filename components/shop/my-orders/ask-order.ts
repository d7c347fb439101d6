import { newId } from '@/lib/kit/client/browser/new-id'
import type { OrderRequest } from '@/lib/shop/order/wire/order-requests'
import { unreachable } from '../site/unreachable'

/** Asks something of an order; says why where it was refused, and nothing where it was done. */
export const askOrder = async (orderId: string, request: OrderRequest): Promise<string | undefined> => {
  const response = await fetch(`/api/orders/${encodeURIComponent(orderId)}/commands`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': newId() },
    body: JSON.stringify(request),
  }).catch(() => undefined)
  if (!response) return unreachable
  if (response.ok) return undefined
  const { detail } = (await response.json().catch(() => ({}))) as { readonly detail?: string }
  return detail ?? 'The shop could not do this. Try again.'
}
