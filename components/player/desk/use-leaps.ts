'use client'

import { useCallback, useRef, useState } from 'react'
import type { Playhead } from '@/lib/kit/client/playhead/use-playhead'
import type { Direction } from '@/lib/kit/client/scan/sorted-versions'
import type { StreamSession } from '@/lib/kit/client/session/stream-session'
import { eventAt } from '@/lib/kit/history/history'

/** A way to a version that has to be looked for. */
export type Leap =
  | { readonly to: 'stop'; readonly direction: Direction }
  | { readonly to: 'change'; readonly direction: Direction; readonly subject: string }

/**
 * Leaps to the next breakpoint, and to the next change of one part of the state: the one last touched (its element says
 * `data-subject`), else the one the event looked at is about.
 */
export const useLeaps = (session: StreamSession, { version }: Playhead, goTo: (version: number) => void) => {
  const [leap, setLeap] = useState<Leap | null>(null)
  const touched = useRef<string>(undefined)

  const onLanded = useCallback(
    (at: number | undefined) => {
      setLeap(null)
      if (at !== undefined) goTo(at)
    },
    [goTo],
  )
  const onTouch = useCallback((target: EventTarget) => {
    const part = target instanceof Element ? target.closest<HTMLElement>('[data-subject]') : null
    if (part) touched.current = part.dataset.subject
  }, [])
  const subjectHere = (): string | undefined => {
    const event = eventAt(session.log.history, version)
    return event && session.type.subjects?.subjectOf(event)
  }
  const toStop = (direction: Direction) => () => setLeap({ to: 'stop', direction })
  const toChange = (direction: Direction) => () => {
    const subject = touched.current ?? subjectHere()
    if (subject !== undefined) setLeap({ to: 'change', direction, subject })
  }
  return { leap, onLanded, onTouch, toStop, toChange }
}
