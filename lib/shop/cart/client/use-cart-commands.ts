'use client'

import { type RefObject, useCallback } from 'react'
import type { Money } from '../../money'
import type { OfferedProduct, Offers } from '../commands'
import type { UndoStep } from '../events'
import type { CartState } from '../state'
import type { CartRequest } from '../wire/commands'
import { asOffered } from './as-offered'
import type { AskedOfCart } from './cart-entry'
import { asSeen, type Closing } from './closing'

/** A version to bring the cart back to. */
export interface Restore {
  readonly toVersion: number
  readonly reason?: string | undefined
  /** Where it takes the last act back, or does it again. */
  readonly step?: UndoStep | undefined
  /** The cart's version one decided it at: refused when it has moved on since. */
  readonly seen: number
}

/** What one may do with a cart. Each stays the same while the offers do. */
export interface CartCommands {
  /** Sends a command; it shows at once. `product` is how a product that is added is shown, where no offer is known. */
  readonly send: (request: CartRequest, product?: OfferedProduct) => void
  readonly restore: (restore: Restore) => void
  /** Checks the cart out or abandons it, as it was `seen` by who decided it; `toPay` is what a checkout came to in all. */
  readonly close: (request: Closing, seen: CartState, toPay?: Money) => void
}

interface CartCommandOptions {
  readonly issue: (asked: AskedOfCart) => void
  readonly offers: Offers
  readonly isClosed: boolean
  readonly current: RefObject<string | null>
  readonly goTo: (next: string | null) => void
}

/** What one may do with a cart, put into the outbox. */
export const useCartCommands = ({
  issue,
  offers,
  isClosed,
  current,
  goTo,
}: CartCommandOptions): CartCommands => {
  const send = useCallback(
    (request: CartRequest, product?: OfferedProduct) => {
      // What is added after a cart was closed begins the next one.
      if (isClosed && request.type === 'AddItem' && current.current !== null) goTo(null)
      issue(asOffered(request, offers, product))
    },
    [isClosed, current, goTo, issue, offers],
  )
  const restore = useCallback(
    ({ seen, ...restore }: Restore) =>
      issue({ request: { type: 'RestoreCart', ...restore }, expectedVersion: seen }),
    [issue],
  )
  const close = useCallback(
    (request: Closing, seen: CartState, toPay?: Money) => issue(asSeen(request, seen, toPay)),
    [issue],
  )
  return { send, restore, close }
}
