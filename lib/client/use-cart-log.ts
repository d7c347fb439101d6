'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import type { RecordedCartEvent } from '../protocol/recorded-event'
import type { CartEventsMessage } from '../protocol/socket'
import { applyLive, type CartLog, emptyLog, headVersion } from './cart-log'
import { cartSocket, retryMs } from './socket'

export type Connection = 'connecting' | 'live' | 'reconnecting'

const newCart = 'new'
const keyOf = (cartId: string | null) => ['cart-log', cartId ?? newCart] as const

/** The cart's confirmed events, live: what the page came with, then what the socket brings. */
export const useCartLog = (cartId: string | null, initial: readonly RecordedCartEvent[]) => {
  const client = useQueryClient()
  const [connection, setConnection] = useState<Connection>('connecting')
  const { data: log } = useQuery<CartLog>({
    queryKey: keyOf(cartId),
    queryFn: () => client.getQueryData(keyOf(cartId)) ?? emptyLog(cartId ?? newCart),
    initialData: () => applyLive(emptyLog(cartId ?? newCart), initial).log,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  })

  /** Takes events in; false when some between are missing. */
  const apply = useCallback(
    (ofCart: string, events: readonly RecordedCartEvent[]): boolean => {
      const before = client.getQueryData<CartLog>(keyOf(ofCart)) ?? emptyLog(ofCart)
      const applied = applyLive(before, events)
      if (applied.type === 'appended') client.setQueryData(keyOf(ofCart), applied.log)
      return applied.type !== 'gap'
    },
    [client],
  )

  const subscribe = useCallback(
    (ofCart: string) => {
      const known = client.getQueryData<CartLog>(keyOf(ofCart)) ?? emptyLog(ofCart)
      cartSocket().emit('subscribe', { cartId: ofCart, afterVersion: headVersion(known) }, (answer) => {
        if (answer.type === 'subscribed') setConnection('live')
        else if (answer.code === 'Unavailable') setTimeout(() => subscribe(ofCart), retryMs)
      })
    },
    [client],
  )

  useEffect(() => {
    if (!cartId) return
    const socket = cartSocket()
    const onConnect = () => subscribe(cartId)
    const onDisconnect = () => setConnection('reconnecting')
    const onEvents = (message: CartEventsMessage, receipt: () => void) => {
      if (message.cartId === cartId && !apply(cartId, message.events)) subscribe(cartId)
      receipt()
    }
    socket.on('connect', onConnect)
    socket.on('disconnect', onDisconnect)
    socket.on('events', onEvents)
    if (socket.connected) onConnect()
    else socket.connect()
    return () => {
      socket.off('connect', onConnect)
      socket.off('disconnect', onDisconnect)
      socket.off('events', onEvents)
      if (socket.connected) socket.emit('unsubscribe', { cartId })
    }
  }, [cartId, apply, subscribe])

  /** Takes in what a command answered; asks the log for what is missing between. */
  const confirm = useCallback(
    (ofCart: string, events: readonly RecordedCartEvent[]) => {
      if (!apply(ofCart, events)) subscribe(ofCart)
    },
    [apply, subscribe],
  )

  return { log, connection, confirm }
}
