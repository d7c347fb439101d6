'use client'

import { useEffect, useRef, useState } from 'react'
import type { Playhead } from '@/lib/client/use-playhead'

const stepMs = 700
const longestMs = 28_000

/** How long each version is shown, so that a long history doesn't take forever. */
export const stepDuration = (versions: number): number => Math.min(stepMs, longestMs / Math.max(1, versions))

/** Plays the history on from the version looked at, or from the start when at the head; stops at the head. */
export const usePlayback = ({ version, head, isLive, seek }: Playhead) => {
  const [duration, setDuration] = useState<number | null>(null)
  const due = useRef(0)

  useEffect(() => {
    if (duration === null) return
    const timer = setTimeout(() => {
      // A slow page skips versions rather than fall behind.
      const late = Math.max(0, Math.floor((performance.now() - due.current) / duration))
      due.current += (1 + late) * duration
      const next = Math.min(head, version + 1 + late)
      seek(next)
      if (next === head) setDuration(null)
    }, due.current - performance.now())
    return () => clearTimeout(timer)
  }, [duration, version, head, seek])

  const play = () => {
    const from = isLive ? 0 : version
    if (isLive) seek(0)
    const each = stepDuration(head - from)
    due.current = performance.now() + each
    setDuration(each)
  }
  return { playing: duration !== null, play, pause: () => setDuration(null) }
}
