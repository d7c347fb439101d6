'use client'

import { type RefObject, useCallback, useEffect, useRef } from 'react'
import type { CartLog } from './cart-log'
import { cartSocket, reconnectSocket } from './socket'

const channelName = 'hindsight-cart'

/**
 * Follows the shopper to a cart they began elsewhere: in another tab (told by a broadcast, since a first
 * cart comes with a first session) or on another device (told by the socket). A cart still open here stays.
 * Gives a function that tells the other tabs of a cart begun here.
 */
export const useOpenedElsewhere = (
  current: RefObject<string | null>,
  log: CartLog,
  goTo: (cartId: string) => void,
): ((cartId: string) => void) => {
  const channel = useRef<BroadcastChannel>(null)
  const latestLog = useRef(log)
  useEffect(() => {
    latestLog.current = log
  }, [log])

  useEffect(() => {
    const follow = (cartId: string): boolean => {
      const open = current.current !== null && latestLog.current.history.head.status === 'active'
      if (open || current.current === cartId) return false
      goTo(cartId)
      return true
    }
    const broadcast = new BroadcastChannel(channelName)
    channel.current = broadcast
    broadcast.onmessage = ({ data }) => {
      if (typeof data === 'string' && follow(data)) reconnectSocket()
    }
    const onOpened = ({ cartId }: { cartId: string }) => void follow(cartId)
    cartSocket().on('cartOpened', onOpened)
    return () => {
      broadcast.close()
      cartSocket().off('cartOpened', onOpened)
    }
  }, [current, goTo])

  return useCallback((cartId: string) => channel.current?.postMessage(cartId), [])
}
