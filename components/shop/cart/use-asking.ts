'use client'

import { startTransition, useCallback, useState } from 'react'
import type { CartSession } from '@/lib/shop/cart/client/use-cart-session'

export type OpenQuestion =
  | { readonly type: 'checkout' | 'abandon' }
  | { readonly type: 'restore'; readonly toVersion: number }

/**
 * Which question is put before the cart as a whole changes. Over as soon as the log has it closed, by whomever; put
 * again when what was answered is out of date.
 */
export const useAsking = ({ log, outdated }: Pick<CartSession, 'log' | 'outdated'>) => {
  const [asking, setAsking] = useState<OpenQuestion | null>(null)
  const [askedAgain, setAskedAgain] = useState(outdated)
  const { status } = log.history.head
  if (outdated && outdated !== askedAgain) {
    setAskedAgain(outdated)
    setAsking({ type: outdated.request.type === 'Checkout' ? 'checkout' : 'abandon' })
  }
  if (asking && (status === 'checkedOut' || status === 'abandoned')) setAsking(null)
  // A dialog with its fields takes longer to be made than a frame; who pressed may go on meanwhile.
  const ask = useCallback((question: OpenQuestion | null) => startTransition(() => setAsking(question)), [])
  return { asking, ask }
}
