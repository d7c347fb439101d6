'use client'

import { debounce, parseAsInteger, useQueryState } from 'nuqs'
import { useCallback, useMemo } from 'react'
import type { StoryEvent } from '../../wire/api-stories'
import { useScrub } from '../playhead/use-scrub'
import { useUnseen } from '../playhead/use-unseen'
import type { StoryLog } from './story-log'

/**
 * Where in a story one looks, over all of its lanes. It stops before the first event, at each event, and now: where the
 * story goes on in another part there is no now.
 */
export interface Needle {
  /** The stop: 0 is before the first event, n at the nth. */
  readonly version: number
  /** The last stop. */
  readonly head: number
  readonly isLive: boolean
  /** The place in the log: each stream stands as it stood right after it. Undefined now. */
  readonly position: number | undefined
  /** The event it stands at; undefined before the first, and now. */
  readonly event: StoryEvent | undefined
  /** How many events came since one left now. */
  readonly unseen: number
  readonly seek: (stop: number) => void
  /** Seeks while the hand is on it; the address learns only where it was let go. */
  readonly scrub: (stop: number) => void
  readonly release: () => void
  readonly goLive: () => void
}

/** The address has the position of the event the needle stands at, which means the same whatever comes later. */
const placeInAddress = parseAsInteger.withOptions({ history: 'replace', limitUrlUpdates: debounce(150) })

/** The last stop that isn't past a position. */
export const stopAt = (events: readonly StoryEvent[], position: number): number => {
  const next = events.findIndex((event) => event.position > position)
  return next < 0 ? events.length : next
}

/** The position of a stop; undefined for now. */
export const positionOf = (events: readonly StoryEvent[], stop: number): number | undefined => {
  if (stop > events.length) return undefined
  const event = events[Math.max(0, stop - 1)]
  return event && (stop <= 0 ? event.position - 1 : event.position)
}

export const useNeedle = ({ events, next }: Pick<StoryLog, 'events' | 'next'>): Needle => {
  const [written, setWritten] = useQueryState('at', placeInAddress)
  const head = next === null ? events.length + 1 : events.length
  const { scrubbed, held, scrub, drop } = useScrub(head)
  const version = Math.min(head, scrubbed ?? (written === null ? head : stopAt(events, written)))
  const isLive = next === null && version === head
  const position = isLive ? undefined : positionOf(events, version)
  const unseen = useUnseen(isLive, events.length)

  const seek = useCallback(
    (stop: number) => {
      drop()
      void setWritten(stop >= head ? null : (positionOf(events, stop) ?? null))
    },
    [drop, setWritten, events, head],
  )
  const release = useCallback(() => {
    if (held.current !== null) seek(held.current)
  }, [held, seek])
  const goLive = useCallback(() => seek(Number.POSITIVE_INFINITY), [seek])

  const event = isLive ? undefined : events[version - 1]
  return useMemo(
    () => ({ version, head, isLive, position, event, unseen, seek, scrub, release, goLive }),
    [version, head, isLive, position, event, unseen, seek, scrub, release, goLive],
  )
}
