'use client'

import { useCallback, useState } from 'react'
import type { CartLog } from '../../../kit/client/stream-log/cart-log'
import { recentEvents } from '../../../kit/history/history'
import type { CartOpening } from '../../../kit/wire/cart-opening'
import type { Offers } from '../commands'
import { type Heard, noOffers, offersIn, withOffers } from './offers'

export type Hear = (heard: Iterable<Heard>) => void

/**
 * What this page knows of the catalogue: what came with it, what it shows, and what the log and refusals told since. The
 * server asks the catalogue itself.
 */
export const useOffers = (
  opening: CartOpening | null,
  { cartId, history }: CartLog,
): { readonly offers: Offers; readonly hear: Hear } => {
  const [offers, setOffers] = useState(() => withOffers(noOffers, opening?.offers ?? []))
  const [heard, setHeard] = useState({ cartId, version: history.version })
  if (heard.cartId !== cartId || heard.version !== history.version) {
    setHeard({ cartId, version: history.version })
    if (heard.cartId === cartId) {
      const { from, events } = recentEvents(history)
      const fresh = events.slice(Math.max(0, heard.version - from))
      setOffers((known) => withOffers(known, offersIn(fresh, known)))
    }
  }
  const hear: Hear = useCallback((more) => setOffers((known) => withOffers(known, more)), [])
  return { offers, hear }
}
