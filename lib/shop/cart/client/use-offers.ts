'use client'

import { useCallback, useState } from 'react'
import { recentEvents } from '../../../kit/history/history'
import type { Offers } from '../commands'
import type { CartOpening } from '../wire/cart-opening'
import type { CartLog } from './cart-log'
import { type Heard, noOffers, offersIn, withOffers } from './offers'

export type Hear = (heard: Iterable<Heard>) => void

/**
 * What this page knows of the catalogue: what came with it, what it shows, and what the log and refusals told since. The
 * server asks the catalogue itself.
 */
export const useOffers = (
  opening: CartOpening | null,
  { streamId, history }: CartLog,
): { readonly offers: Offers; readonly hear: Hear } => {
  const [offers, setOffers] = useState(() => withOffers(noOffers, opening?.offers ?? []))
  const [heard, setHeard] = useState({ streamId, version: history.version })
  if (heard.streamId !== streamId || heard.version !== history.version) {
    setHeard({ streamId, version: history.version })
    if (heard.streamId === streamId) {
      const { from, events } = recentEvents(history)
      const fresh = events.slice(Math.max(0, heard.version - from))
      setOffers((known) => withOffers(known, offersIn(fresh, known)))
    }
  }
  const hear: Hear = useCallback((more) => setOffers((known) => withOffers(known, more)), [])
  return { offers, hear }
}
