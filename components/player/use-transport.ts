'use client'

import { type RefObject, useCallback, useRef, useState } from 'react'
import type { CartSession } from '@/lib/client/use-cart-session'
import type { Playhead } from '@/lib/client/use-playhead'
import { useWindow } from '@/lib/client/use-window'
import { eventAt, windowOfState } from '@/lib/history/history'
import { keyframeInterval } from '@/lib/kernel/keyframe-interval'
import type { Pace } from './pace'
import { type NextStop, usePlayback } from './use-playback'

/** What moves the playhead: by hand, which stops what is playing, or by itself. */
export interface Transport {
  readonly playing: boolean
  readonly pace: Pace
  readonly setPace: (pace: Pace) => void
  /** Plays, or stops. */
  readonly toggle: () => void
  readonly goTo: (version: number) => void
  /** While the hand is on the needle. */
  readonly scrub: (version: number) => void
  readonly goLive: () => void
}

export const useTransport = (
  session: CartSession,
  playhead: Playhead,
  nextStop: RefObject<NextStop | undefined>,
): Transport => {
  const [pace, setPace] = useState<Pace>('fit')
  const { history } = session.log
  const timeOf = useCallback(
    (version: number) => {
      const at = eventAt(history, version)?.occurredAt
      return at === undefined ? undefined : Date.parse(at)
    },
    [history],
  )
  const { playing, play, pause } = usePlayback(playhead, pace, timeOf, nextStop)
  // What is played next is there when its time comes.
  useWindow(session, playing ? windowOfState(playhead.version + keyframeInterval) : -1)

  const { seek, scrub } = playhead
  const latest = useRef({ pause, seek, scrub })
  latest.current = { pause, seek, scrub }
  const goTo = useCallback((version: number) => {
    latest.current.pause()
    latest.current.seek(version)
  }, [])
  const scrubTo = useCallback((version: number) => {
    latest.current.pause()
    latest.current.scrub(version)
  }, [])

  return {
    playing,
    pace,
    setPace,
    toggle: playing ? pause : play,
    goTo,
    scrub: scrubTo,
    goLive: () => {
      pause()
      playhead.goLive()
    },
  }
}
