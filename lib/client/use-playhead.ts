'use client'

import { debounce, parseAsInteger, useQueryState } from 'nuqs'
import { useCallback, useEffect, useState } from 'react'
import type { CartState } from '../domain/cart/state'
import { stateAt } from '../history/history'
import { asStep } from './as-step'
import type { CartSession } from './use-cart-session'
import { useOtherCart } from './use-other-cart'

/** Where in the cart's history one looks: at its head, following what comes, or at a past version. */
export interface Playhead {
  /** The version looked at; the head's while live. */
  readonly version: number
  readonly head: number
  readonly isLive: boolean
  /** The cart to show: with what is pending while live, exactly as it was elsewhere. */
  readonly shown: CartState
  /** How many events came since one left the head. */
  readonly unseen: number
  /** To a version from 0 to the head; at the head one is live again. */
  readonly seek: (version: number) => void
  /** Seeks so that Back leads to where one was. */
  readonly jump: (version: number) => void
  readonly goLive: () => void
}

/** The address follows when the hand rests: browsers allow only so many changes of it. */
const versionInAddress = parseAsInteger.withOptions({ history: 'replace', limitUrlUpdates: debounce(150) })

export const usePlayhead = (session: CartSession): Playhead => {
  const { head, log, optimistic } = session
  const [at, setAt] = useQueryState('v', versionInAddress)
  const isLive = at === null || at >= head || at < 0
  const version = isLive ? head : at
  const [leftAt, setLeftAt] = useState(head)

  useEffect(() => {
    if (isLive) setLeftAt(head)
  }, [isLive, head])

  // At the head one is live, and stays so: an address that names the head must not become the past.
  const namesHead = at !== null && isLive
  useEffect(() => {
    if (namesHead) void setAt(null)
  }, [namesHead, setAt])

  const goLive = useCallback(() => void setAt(null), [setAt])
  // Another cart has another past.
  useOtherCart(session.cartId, goLive)

  const place = useCallback((to: number) => (to >= head ? null : Math.max(0, to)), [head])
  const seek = useCallback((to: number) => void setAt(place(to)), [place, setAt])
  const jump = useCallback((to: number) => void setAt(place(to), asStep), [place, setAt])

  return {
    version,
    head,
    isLive,
    shown: isLive ? optimistic : stateAt(log.history, version),
    unseen: isLive ? 0 : Math.max(0, head - leftAt),
    seek,
    jump,
    goLive,
  }
}
