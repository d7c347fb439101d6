'use client'

import { type RefObject, useEffect, useRef, useState } from 'react'
import type { Playhead } from '@/lib/kit/client/playhead/use-playhead'
import { type Pace, stepDuration } from './pace'

/** When an event happened, in milliseconds since 1970; undefined where it isn't at hand. */
export type TimeOf = (version: number) => number | undefined

/** The next version after one at which playback has to stop. */
export type NextStop = (from: number) => number | undefined

/** Where one looks, and what moves it. */
type Played = Pick<Playhead, 'version' | 'head' | 'scrub' | 'release' | 'seek'>

/** Plays the history on from the version looked at, or from the start when at the head; stops at the head. */
export const usePlayback = (
  { version, head, scrub, release, seek }: Played,
  pace: Pace,
  timeOf: TimeOf,
  nextStop: RefObject<NextStop | undefined>,
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
        const stop = nextStop.current?.(version) ?? head
        const next = Math.min(head, stop, version + 1 + late)
        scrub(next)
        if (next === head || next === stop) {
          setPlaying(null)
          release()
        }
      },
      Math.max(0, due.current + duration - performance.now()),
    )
    return () => clearTimeout(timer)
  }, [playing, pace, timeOf, version, head, scrub, release, nextStop])

  const play = () => {
    const isAtEnd = version === head
    const from = isAtEnd ? 0 : version
    if (isAtEnd) seek(0)
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
