'use client'

import { useEffect, useState } from 'react'
import { blame, type Made } from '@/lib/kit/history/blame'
import { windowOfEvent } from '@/lib/kit/history/history'
import { cart } from '@/lib/shop/cart/cart'
import type { CartSession } from '@/lib/shop/cart/client/use-cart-session'
import type { CartState } from '@/lib/shop/cart/state'
import type { CartWindow } from '@/lib/shop/cart/wire/cart-opening'
import type { RecordedCartEvent } from '@/lib/shop/wire/recorded-shop-events'
import { namesOf } from '../../shop/cart/view/product-names'
import { sentence } from '../../shop/cart/view/sentence'

/** An event that made a value what it is. */
export interface Maker<Value> extends Made<Value> {
  readonly event: RecordedCartEvent
  readonly text: string
}

const page = 20

/** Who made a cart's value, newest first: a page at a time, looked for window by window however long the history. */
export const useBlame = <Value>(
  { loadWindow }: Pick<CartSession, 'loadWindow'>,
  select: (cart: CartState) => Value,
  version: number,
) => {
  const [wanted, setWanted] = useState(page)
  const [makers, setMakers] = useState<readonly Maker<Value>[]>([])
  const [next, setNext] = useState(version)
  const [hasFailed, setHasFailed] = useState(false)
  const isLooking = next > 0 && makers.length < wanted && !hasFailed

  useEffect(() => {
    if (!isLooking) return
    let isOver = false
    const take = (window: CartWindow) => {
      if (isOver) return
      setMakers((before) => [...before, ...makersIn(window, select, next)])
      setNext(window.from)
    }
    loadWindow(windowOfEvent(next)).then(take, () => setHasFailed(true))
    return () => {
      isOver = true
    }
  }, [isLooking, loadWindow, select, next])

  const more = () => {
    setHasFailed(false)
    setWanted(Math.min(wanted, makers.length) + page)
  }
  return {
    makers: makers.slice(0, wanted),
    isLooking,
    hasFailed,
    hasMore: next > 0 || makers.length > wanted,
    more,
  }
}

const makersIn = <Value>(
  window: CartWindow,
  select: (cart: CartState) => Value,
  newest: number,
): Maker<Value>[] => {
  const names = namesOf(window.state, window.events)
  return blame(cart.fold, window, select, newest).flatMap((made) => {
    const event = window.events[made.version - window.from - 1]
    return event ? [{ ...made, event, text: sentence(event, names) }] : []
  })
}
