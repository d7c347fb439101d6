'use client'

import { useEventAt, useStateAt } from '@/lib/kit/client/stream-log/use-window'
import type { CartSession } from '@/lib/shop/cart/client/use-cart-session'
import type { CartState } from '@/lib/shop/cart/state'
import type { RecordedCartEvent } from '@/lib/shop/wire/recorded-shop-events'

/** An event with what surrounds it. */
export interface Inspected {
  readonly event: RecordedCartEvent
  /** The hash of the event before it; undefined for a cart's first. */
  readonly previousHash: string | undefined
  /** The cart before what the event tells: for a restore, before all of it. */
  readonly before: CartState
  readonly after: CartState
}

/** The event of a version and what surrounds it; undefined until all of it is there. */
export const useInspected = (session: CartSession, version: number): Inspected | undefined => {
  const event = useEventAt(session, version)
  const previous = useEventAt(session, version - 1)
  const before = useStateAt(session, event ? beginningOf(event) : version)
  const after = useStateAt(session, version)
  if (!event || !before || !after || (version > 1 && !previous)) return undefined
  return { event, previousHash: previous?.hash, before, after }
}

const beginningOf = (event: RecordedCartEvent): number =>
  event.type === 'CartRestored' ? event.data.fromVersion : event.version - 1
