'use client'

import { useEffect, useState } from 'react'
import type { CartState } from '@/lib/domain/cart/state'
import { blame } from '@/lib/history/blame'
import type { History } from '@/lib/history/history'
import type { RecordedCartEvent } from '@/lib/protocol/recorded-event'

const page = 20
/** What is looked through between two frames: a few milliseconds' worth. */
const intervals = 16

/** Who made a cart's value, newest first: a page at a time, looked for between frames however long the history. */
export const useBlame = (
  history: History<CartState, RecordedCartEvent>,
  select: (cart: CartState) => number,
  version: number,
) => {
  const [wanted, setWanted] = useState(page)
  const [found, setFound] = useState(() => blame(history, select, { from: version, limit: page, intervals }))
  const { made, next } = found
  const isLooking = next !== undefined && made.length < wanted

  useEffect(() => {
    if (!isLooking) return
    const frame = requestAnimationFrame(() => {
      const more = blame(history, select, { from: next, limit: wanted - made.length, intervals })
      setFound({ made: [...made, ...more.made], next: more.next })
    })
    return () => cancelAnimationFrame(frame)
  }, [isLooking, history, select, made, next, wanted])

  return { made, isLooking, hasMore: next !== undefined, more: () => setWanted(made.length + page) }
}
