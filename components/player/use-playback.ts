'use client'

import { useEffect, useRef, useState } from 'react'
import type { Playhead } from '@/lib/client/use-playhead'
import { type Pace, stepDuration } from './pace'

/** When an event happened, in milliseconds since 1970; undefined where it isn't at hand. */
export type TimeOf = (version: number) => number | undefined

/** Plays the history on from the version looked at, or from the start when at the head; stops at the head. */
export const usePlayback = (
  { version, head, isLive, scrub, release, seek }: Playhead,
  pace: Pace,
  timeOf: TimeOf,
) => {
  const [playing, setPlaying] = useState<{ readonly versions: number } | null>(null)
  const due = useRef(0)

  useEffect(() => {
    if (!playing) return
    const duration = stepDuration(pace, playing.versions, timeOf(version), timeOf(version + 1))
    const timer = setTimeout(
      () => {
        // A slow page skips versions rather than fall behind.
        const late =
          pace === 'realTime' ? 0 : Math.max(0, Math.floor((performance.now() - due.current) / duration) - 1)
        due.current = performance.now()
        const next = Math.min(head, version + 1 + late)
        scrub(next)
        if (next === head) {
          setPlaying(null)
          release()
        }
      },
      Math.max(0, due.current + duration - performance.now()),
    )
    return () => clearTimeout(timer)
  }, [playing, pace, timeOf, version, head, scrub, release])

  const play = () => {
    const from = isLive ? 0 : version
    if (isLive) seek(0)
    due.current = performance.now()
    setPlaying({ versions: head - from })
  }
  const pause = () => {
    if (!playing) return
    setPlaying(null)
    release()
  }
  return { playing: playing !== null, play, pause }
}
