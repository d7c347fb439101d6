import { useMemo, useState } from 'react'
import type { Closing } from '@/lib/shop/cart/client/closing'
import type { CartSession } from '@/lib/shop/cart/client/use-cart-session'
import { type LineChange, lineChanges } from '@/lib/shop/cart/line-changes'
import { asOffered, changesBefore } from '@/lib/shop/cart/reprice'
import type { CartItem, CartState } from '@/lib/shop/cart/state'

export interface SeenCart {
  /** The cart as it would be closed now. */
  readonly now: CartState
  /** The lines the person had before them last. */
  readonly seen: readonly CartItem[]
  /** What is new since; nothing while the cart is as it was seen. */
  readonly changes: readonly LineChange[]
  /** Was it tried, and refused since the cart had changed? */
  readonly wasRefused: boolean
  /** Is what is new still to be fetched? */
  readonly isBehind: boolean
  /** Takes in what is new: from then on that is what was seen. */
  readonly accept: () => void
}

type Session = Pick<CartSession, 'optimistic' | 'outdated' | 'offers' | 'head'>

/**
 * What somebody who is about to close the cart has seen of it: how it was when they were asked, or when they took in what
 * was new. Where they are asked again: what they had seen when they answered.
 */
export const useSeen = (session: Session, closing: Closing['type'], isAsked: boolean): SeenCart => {
  const { optimistic, offers, head } = session
  // It would be closed at what the catalogue asks now, and checked out without what is sold no more.
  const now = useMemo(
    () => asOffered(optimistic, changesBefore(closing, optimistic, offers)),
    [optimistic, offers, closing],
  )
  const outdated = session.outdated?.request.type === closing ? session.outdated : undefined
  const [{ seen, wasRefused }, setSeen] = useState({ seen: optimistic.items, wasRefused: false })
  const [wasAsked, setWasAsked] = useState(false)
  const [askedAgain, setAskedAgain] = useState<typeof outdated>()
  if (isAsked !== wasAsked) {
    setWasAsked(isAsked)
    if (isAsked) setSeen({ seen: optimistic.items, wasRefused: false })
  }
  if (isAsked && outdated && outdated !== askedAgain) {
    setAskedAgain(outdated)
    setSeen({ seen: outdated.shown, wasRefused: true })
  }
  // Where a line stands is nothing one decides by.
  const changes = isAsked ? lineChanges(seen, now.items).filter(({ type }) => type !== 'moved') : []
  const isBehind = wasRefused && outdated !== undefined && outdated.version > head
  const accept = () => setSeen({ seen: now.items, wasRefused: false })
  return { now, seen, changes, wasRefused, isBehind, accept }
}
