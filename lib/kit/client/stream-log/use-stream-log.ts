'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { type CartLog, emptyCartLog, openCartLog } from '../../../shop/cart/client/cart-log'
import type { CartOpening, CartWindow } from '../../../shop/cart/wire/cart-opening'
import type { RecordedCartEvent } from '../../../shop/wire/recorded-shop-events'
import { ShopRefused } from '../connection/ask-shop'
import { type Link, type LinkState, openLink } from '../connection/link'
import { readEvents } from '../connection/read-events'
import { cartSocket } from '../connection/socket'
import { fetchWindow } from './fetch-window'
import { perFrame } from './per-frame'
import { applyLive, applyWindow, headVersion } from './stream-log'
import { createWindowLoader } from './window-loader'

const newCart = 'new'
const keyOf = (cartId: string | null) => ['cart-log', cartId ?? newCart] as const

/** The cart's confirmed events, live: what the page came with, then what the socket brings; its past on demand. */
export const useCartLog = (cartId: string | null, opening: CartOpening | null) => {
  const client = useQueryClient()
  const [state, setState] = useState<LinkState>('connecting')
  const { data: log } = useQuery<CartLog>({
    queryKey: keyOf(cartId),
    queryFn: () => client.getQueryData(keyOf(cartId)) ?? emptyCartLog(cartId ?? newCart),
    initialData: () => (opening ? openCartLog(opening) : emptyCartLog(cartId ?? newCart)),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    // A log is never like the one before; to look for what they share takes time.
    structuralSharing: false,
  })
  const logOf = useCallback(
    (ofCart: string) => client.getQueryData<CartLog>(keyOf(ofCart)) ?? emptyCartLog(ofCart),
    [client],
  )

  /** Takes events in; false when some between are missing. */
  const apply = useCallback(
    (ofCart: string, events: readonly RecordedCartEvent[]): boolean => {
      const applied = applyLive(logOf(ofCart), events)
      if (applied.type === 'appended') client.setQueryData(keyOf(ofCart), applied.log)
      return applied.type !== 'gap'
    },
    [client, logOf],
  )

  const followed = useRef(cartId)
  const link = useRef<Link>(null)
  useEffect(() => {
    followed.current = cartId
  }, [cartId])
  useEffect(() => {
    setState('connecting')
    if (!cartId) return
    const takeIn = perFrame<RecordedCartEvent>((events) => {
      if (!apply(cartId, events)) opened.catchUp()
    })
    const opened = openLink({
      streamType: 'cart',
      streamId: cartId,
      socket: cartSocket(),
      read: readEvents,
      head: () => headVersion(logOf(cartId)),
      onEvents: takeIn,
      onState: setState,
      isWatched: () => !document.hidden && navigator.onLine,
    })
    link.current = opened
    window.addEventListener('online', opened.look)
    window.addEventListener('focus', opened.look)
    document.addEventListener('visibilitychange', opened.look)
    return () => {
      window.removeEventListener('online', opened.look)
      window.removeEventListener('focus', opened.look)
      document.removeEventListener('visibilitychange', opened.look)
      link.current = null
      opened.close()
    }
  }, [cartId, apply, logOf])

  /** Takes in what a command answered; asks the log for what is missing between. */
  const confirm = useCallback(
    (ofCart: string, events: readonly RecordedCartEvent[]) => {
      const isWhole = apply(ofCart, events)
      if (ofCart !== followed.current) return
      if (!isWhole) link.current?.catchUp()
      const last = events.at(-1)
      if (last) link.current?.expect(last.version)
    },
    [apply],
  )

  const loadWindow = useCallback(
    async (from: number): Promise<CartWindow> => {
      if (!cartId) throw new Error('There is no cart yet')
      const known = logOf(cartId).history.windows.get(from)
      if (known) return known
      const window = await fetchWindow(cartId, from).catch((error) => {
        // Who may not read the past any more may not read the cart.
        if (error instanceof ShopRefused) link.current?.doubt()
        throw error
      })
      client.setQueryData(keyOf(cartId), applyWindow(logOf(cartId), window))
      return window
    },
    [client, cartId, logOf],
  )
  const { wish } = useMemo(
    () => createWindowLoader((from) => loadWindow(from).then(() => undefined)),
    [loadWindow],
  )

  return { log, link: state, confirm, loadWindow, wishWindow: wish }
}
