'use client'

import { useEffect, useRef, useState } from 'react'
import type { LookersMessage } from '../../wire/socket'
import { listenTo, tabSocket } from '../connection/socket'
import { createThrottle } from '../page/throttle'
import type { Position } from './follow'

const sayEveryMs = 200
/** Who has had the tab in the background for so long doesn't look any more. */
const awayAfterMs = 60_000

const nobody: Pick<LookersMessage, 'count' | 'lookers'> = { count: 0, lookers: [] }

/** Shows the others who look at a stream where this tab looks, and says who they are. */
export const useLookers = (
  streamType: string,
  streamId: string | null,
  position: Position,
): typeof nobody => {
  const [others, setOthers] = useState(nobody)
  const at = useRef(position)
  const say = useRef<() => void>(null)

  useEffect(() => {
    at.current = position
    say.current?.()
  }, [position])

  useEffect(() => {
    if (!streamId) return
    const stream = { streamType, streamId }
    const socket = tabSocket()
    let isAway = false
    let leaving: ReturnType<typeof setTimeout> | undefined
    const saying = createThrottle(sayEveryMs, () => {
      if (socket.isConnected() && !isAway) socket.emit('look', { ...stream, version: at.current })
    })
    const leave = () => {
      if (socket.isConnected()) socket.emit('leaveLook', stream)
    }
    const onVisibility = () => {
      clearTimeout(leaving)
      if (document.hidden) {
        leaving = setTimeout(() => {
          isAway = true
          leave()
        }, awayAfterMs)
      } else if (isAway) {
        isAway = false
        saying.call()
      }
    }
    const onLookers = (message: LookersMessage, receipt: () => void) => {
      receipt()
      if (message.streamType === streamType && message.streamId === streamId) setOthers(message)
    }
    const stopListening = listenTo(socket, {
      connect: saying.call,
      disconnect: () => setOthers(nobody),
      lookers: onLookers,
    })
    document.addEventListener('visibilitychange', onVisibility)
    say.current = saying.call
    saying.call()
    return () => {
      stopListening()
      document.removeEventListener('visibilitychange', onVisibility)
      clearTimeout(leaving)
      saying.cancel()
      say.current = null
      leave()
      setOthers(nobody)
    }
  }, [streamType, streamId])

  return others
}
