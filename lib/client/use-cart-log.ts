'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { CartOpening, CartWindow } from '../protocol/cart-opening'
import type { RecordedCartEvent } from '../protocol/recorded-event'
import type { CartEventsMessage } from '../protocol/socket'
import { applyLive, applyWindow, type CartLog, emptyLog, headVersion, openLog } from './cart-log'
import { fetchWindow } from './fetch-window'
import { perFrame } from './per-frame'
import { cartSocket, retryMs } from './socket'
import { createWindowLoader } from './window-loader'

export type Connection = 'connecting' | 'live' | 'reconnecting'

const newCart = 'new'
const keyOf = (cartId: string | null) => ['cart-log', cartId ?? newCart] as const

/** The cart's confirmed events, live: what the page came with, then what the socket brings; its past on demand. */
export const useCartLog = (cartId: string | null, opening: CartOpening | null) => {
  const client = useQueryClient()
  const [connection, setConnection] = useState<Connection>('connecting')
  const { data: log } = useQuery<CartLog>({
    queryKey: keyOf(cartId),
    queryFn: () => client.getQueryData(keyOf(cartId)) ?? emptyLog(cartId ?? newCart),
    initialData: () => (opening ? openLog(opening) : emptyLog(cartId ?? newCart)),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    // A log is never like the one before; to look for what they share takes time.
    structuralSharing: false,
  })
  const logOf = useCallback(
    (ofCart: string) => client.getQueryData<CartLog>(keyOf(ofCart)) ?? emptyLog(ofCart),
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

  const followed = useRef<string>(null)
  const subscribe = useCallback(
    (ofCart: string) => {
      if (followed.current !== ofCart) return
      const afterVersion = headVersion(logOf(ofCart))
      cartSocket().emit('subscribe', { cartId: ofCart, afterVersion }, (answer) => {
        if (followed.current !== ofCart) return
        if (answer.type === 'subscribed') setConnection('live')
        else if (answer.code === 'Unavailable') setTimeout(() => subscribe(ofCart), retryMs)
      })
    },
    [logOf],
  )

  useEffect(() => {
    if (!cartId) return
    followed.current = cartId
    const socket = cartSocket()
    const onConnect = () => subscribe(cartId)
    const onLost = () => setConnection('reconnecting')
    const takeIn = perFrame<RecordedCartEvent>((events) => {
      if (!apply(cartId, events)) subscribe(cartId)
    })
    const onEvents = (message: CartEventsMessage) => {
      if (message.cartId === cartId) takeIn(message.events)
    }
    const onKeepUp = (receipt: () => void) => receipt()
    socket.on('connect', onConnect)
    socket.on('disconnect', onLost)
    socket.on('connect_error', onLost)
    socket.on('events', onEvents)
    socket.on('keepUp', onKeepUp)
    if (socket.isConnected()) onConnect()
    else socket.connect()
    return () => {
      socket.off('connect', onConnect)
      socket.off('disconnect', onLost)
      socket.off('connect_error', onLost)
      socket.off('events', onEvents)
      socket.off('keepUp', onKeepUp)
      if (socket.isConnected()) socket.emit('unsubscribe', { cartId })
      followed.current = null
    }
  }, [cartId, apply, subscribe])

  /** Takes in what a command answered; asks the log for what is missing between. */
  const confirm = useCallback(
    (ofCart: string, events: readonly RecordedCartEvent[]) => {
      if (!apply(ofCart, events)) subscribe(ofCart)
    },
    [apply, subscribe],
  )

  const loadWindow = useCallback(
    async (from: number): Promise<CartWindow> => {
      if (!cartId) throw new Error('There is no cart yet')
      const known = logOf(cartId).history.windows.get(from)
      if (known) return known
      const window = await fetchWindow(cartId, from)
      client.setQueryData(keyOf(cartId), applyWindow(logOf(cartId), window))
      return window
    },
    [client, cartId, logOf],
  )
  const { wish } = useMemo(
    () => createWindowLoader((from) => loadWindow(from).then(() => undefined)),
    [loadWindow],
  )

  return { log, connection, confirm, loadWindow, wishWindow: wish }
}
