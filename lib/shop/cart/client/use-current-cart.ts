'use client'

import { type RefObject, useCallback, useRef, useState } from 'react'

interface CurrentCart {
  /** Null for one that is yet to be begun. */
  readonly cartId: string | null
  /** The same, for what is asked between two renders. */
  readonly current: RefObject<string | null>
  readonly goTo: (next: string | null) => void
}

/** The cart looked at: that of the page at first, then wherever the shopper goes. */
export const useCurrentCart = (first: string | null): CurrentCart => {
  const [cartId, setCartId] = useState(first)
  const current = useRef(cartId)
  const goTo = useCallback((next: string | null) => {
    current.current = next
    setCartId(next)
  }, [])
  return { cartId, current, goTo }
}
