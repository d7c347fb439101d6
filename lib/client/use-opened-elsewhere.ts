'use client'

import { type RefObject, useCallback, useEffect, useRef } from 'react'
import type { CartLog } from './cart-log'
import type { CartTarget } from './pending'
import { cartSocket, reconnectSocket } from './socket'

const channelName = 'hindsight-cart'

interface OpenedElsewhereOptions {
  /** False where one looks at a certain cart. */
  readonly follows: boolean
  readonly current: RefObject<CartTarget>
  readonly log: CartLog
  readonly goTo: (cartId: string) => void
}

/**
 * Follows the shopper to a cart they began elsewhere: in another tab (told by a broadcast, since a first
 * cart comes with a first session) or on another device (told by the socket). A cart still open here stays
 * until it is closed. Gives a function that tells the other tabs of a cart begun here.
 */
export const useOpenedElsewhere = ({
  follows,
  current,
  log,
  goTo,
}: OpenedElsewhereOptions): ((cartId: string) => void) => {
  const channel = useRef<BroadcastChannel>(null)
  const offered = useRef<string>(null)
  const isOpen = useRef(false)

  const follow = useCallback((): void => {
    const { cartId } = current.current
    if (!offered.current || offered.current === cartId || (cartId !== null && isOpen.current)) return
    goTo(offered.current)
    offered.current = null
  }, [current, goTo])

  useEffect(() => {
    isOpen.current = log.history.head.status === 'active'
    follow()
  }, [log, follow])

  useEffect(() => {
    if (!follows) return
    const broadcast = new BroadcastChannel(channelName)
    channel.current = broadcast
    broadcast.onmessage = ({ data }) => {
      if (typeof data !== 'string') return
      const isFirst = current.current.cartId === null
      offered.current = data
      follow()
      if (isFirst) reconnectSocket()
    }
    const onOpened = ({ cartId }: { cartId: string }) => {
      offered.current = cartId
      follow()
    }
    const socket = cartSocket()
    socket.on('cartOpened', onOpened)
    socket.connect()
    return () => {
      broadcast.close()
      socket.off('cartOpened', onOpened)
    }
  }, [follows, current, follow])

  return useCallback((cartId: string) => channel.current?.postMessage(cartId), [])
}
