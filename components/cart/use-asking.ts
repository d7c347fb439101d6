'use client'

import { useState } from 'react'
import type { CartSession } from '@/lib/client/use-cart-session'

export type Question = 'checkout' | 'abandon'

/** Which question is put before a cart is closed. Over as soon as the log has the cart closed, by whomever. */
export const useAsking = ({ log }: Pick<CartSession, 'log'>) => {
  const [asking, ask] = useState<Question | null>(null)
  const { status } = log.history.head
  if (asking && (status === 'checkedOut' || status === 'abandoned')) ask(null)
  return { asking, ask }
}
