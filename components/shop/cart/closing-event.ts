import { eventAt } from '@/lib/kit/history/history'
import type { CartSession } from '@/lib/shop/cart/client/use-cart-session'
import type { CartAbandoned, CartCheckedOut } from '@/lib/shop/cart/events'
import type { CartState } from '@/lib/shop/cart/state'

type Closing<E> = { readonly event: E; readonly at: string }

/** The event that closed a cart, confirmed or still on its way: a closed cart's last one. */
export const closingEvent = (
  { log, pending }: Pick<CartSession, 'log' | 'pending'>,
  { version, status }: CartState,
): Closing<CartCheckedOut | CartAbandoned> | undefined => {
  if (status !== 'checkedOut' && status !== 'abandoned') return undefined
  const confirmed = eventAt(log.history, version)
  const waiting = pending[version - 1 - log.history.version]
  const event = confirmed ?? waiting?.event
  if (event?.type !== 'CartCheckedOut' && event?.type !== 'CartAbandoned') return undefined
  return { event, at: confirmed?.occurredAt ?? waiting?.issuedAt ?? '' }
}
