'use client'

import { useEffect, useRef } from 'react'

/** Calls when one cart gave way to another; a new cart that got its id is still the same. */
export const useOtherCart = (cartId: string | null, onOther: () => void): void => {
  const lookedAt = useRef(cartId)
  useEffect(() => {
    if (lookedAt.current !== null && lookedAt.current !== cartId) onOther()
    lookedAt.current = cartId
  }, [cartId, onOther])
}
