'use client'

import { useCallback, useRef, useState } from 'react'
import type { Playhead } from '@/lib/kit/client/playhead/use-playhead'
import type { Direction } from '@/lib/kit/client/scan/sorted-versions'
import { eventAt } from '@/lib/kit/history/history'
import type { CartSession } from '@/lib/shop/cart/client/use-cart-session'

/** A way to a version that has to be looked for. */
export type Leap =
  | { readonly to: 'stop'; readonly direction: Direction }
  | { readonly to: 'change'; readonly direction: Direction; readonly productId: string }

/**
 * Leaps to the next breakpoint, and to the next change of one line: the one last touched in the cart, else the one the
 * event looked at is about.
 */
export const useLeaps = (session: CartSession, { version }: Playhead, goTo: (version: number) => void) => {
  const [leap, setLeap] = useState<Leap | null>(null)
  const touched = useRef<string>(undefined)

  const onLanded = useCallback(
    (at: number | undefined) => {
      setLeap(null)
      if (at !== undefined) goTo(at)
    },
    [goTo],
  )
  const onTouch = useCallback((target: EventTarget) => {
    const line = target instanceof Element ? target.closest<HTMLElement>('[data-product]') : null
    if (line) touched.current = line.dataset.product
  }, [])
  const productHere = (): string | undefined => {
    const event = eventAt(session.log.history, version)
    return event && 'productId' in event.data ? event.data.productId : undefined
  }
  const toStop = (direction: Direction) => () => setLeap({ to: 'stop', direction })
  const toChange = (direction: Direction) => () => {
    const productId = touched.current ?? productHere()
    if (productId !== undefined) setLeap({ to: 'change', direction, productId })
  }
  return { leap, onLanded, onTouch, toStop, toChange }
}
