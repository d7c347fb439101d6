'use client'

import { useState } from 'react'
import type { CartSession } from '@/lib/client/use-cart-session'

export type Question =
  | { readonly type: 'checkout' | 'abandon' }
  | { readonly type: 'restore'; readonly toVersion: number }

/** Which question is put before the cart as a whole changes. Over as soon as the log has it closed, by whomever. */
export const useAsking = ({ log }: Pick<CartSession, 'log'>) => {
  const [asking, ask] = useState<Question | null>(null)
  const { status } = log.history.head
  if (asking && (status === 'checkedOut' || status === 'abandoned')) ask(null)
  return { asking, ask }
}
