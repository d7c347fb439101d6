'use client'

import { type RefObject, useCallback, useEffect, useRef } from 'react'
import { reconnectSocket, tabSocket } from '../../../kit/client/connection/socket'
import type { StreamRef } from '../../../kit/wire/stream-ref'
import { cartStreamType } from '../cart-stream'
import type { CartLog } from './cart-log'
import { cartToFollow } from './follow-opened'

interface OpenedElsewhereOptions {
  /** False where one looks at a certain cart. */
  readonly follows: boolean
  /** False for whom nobody knows yet: no cart can be begun for them elsewhere. */
  readonly isKnown: boolean
  /** The cart looked at; null for one that is yet to be begun. */
  readonly current: RefObject<string | null>
  readonly log: CartLog
  readonly goTo: (cartId: string) => void
}

/**
 * Follows the shopper to a cart they began: by a command of this tab or another one (for which it gives the
 * function to tell it), or on another device (told by the socket). A cart still open here stays until it is closed.
 */
export const useOpenedElsewhere = ({
  follows,
  isKnown,
  current,
  log,
  goTo,
}: OpenedElsewhereOptions): ((cartId: string) => void) => {
  const offered = useRef<string>(null)
  const isOpen = useRef(false)

  const follow = useCallback((): void => {
    const next = cartToFollow({
      offered: offered.current,
      cartId: current.current,
      isOpen: isOpen.current,
    })
    if (next === undefined) return
    goTo(next)
    offered.current = null
  }, [current, goTo])

  useEffect(() => {
    isOpen.current = log.history.head.status === 'active'
    follow()
  }, [log, follow])

  useEffect(() => {
    if (!follows) return
    const onOpened = ({ streamType, streamId }: StreamRef) => {
      if (streamType !== cartStreamType.streamType) return
      offered.current = streamId
      follow()
    }
    const socket = tabSocket()
    socket.on('streamOpened', onOpened)
    if (isKnown) socket.connect()
    return () => {
      socket.off('streamOpened', onOpened)
    }
  }, [follows, isKnown, follow])

  return useCallback(
    (cartId: string) => {
      if (!follows) return
      const isFirst = current.current === null
      offered.current = cartId
      follow()
      // A first cart comes with a first session.
      if (isFirst) reconnectSocket()
    },
    [follows, current, follow],
  )
}
