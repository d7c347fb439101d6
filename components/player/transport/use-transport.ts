'use client'

import { type RefObject, useCallback, useState } from 'react'
import type { Playhead } from '@/lib/kit/client/playhead/use-playhead'
import type { StreamSession } from '@/lib/kit/client/session/stream-session'
import { useWindow } from '@/lib/kit/client/stream-log/use-window'
import { eventAt, windowOfState } from '@/lib/kit/history/history'
import { keyframeInterval } from '@/lib/kit/kernel/keyframe-interval'
import type { Pace } from './pace'
import { useByHand } from './use-by-hand'
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
  session: StreamSession,
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

  const byHand = useByHand(playhead, pause)
  return { playing, pace, setPace, toggle: playing ? pause : play, ...byHand }
}
