'use client'

import { useCallback } from 'react'
import { eventAt } from '@/lib/kit/history/history'
import { outlineColumns } from '@/lib/kit/history/outline'
import type { CartHistory } from '@/lib/shop/cart/client/cart-log'

/** The event of a version of a short cart; of a long one none is drawn by itself. */
export const useEventAtHand = (history: CartHistory) => {
  const drawn = history.version <= 2 * outlineColumns ? history : undefined
  return useCallback((version: number) => drawn && eventAt(drawn, version), [drawn])
}
