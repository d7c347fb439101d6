'use client'

import { useCallback, useRef, useState } from 'react'
import type { Playhead } from '@/lib/kit/client/playhead/use-playhead'
import type { Direction } from '@/lib/kit/client/scan/sorted-versions'
import type { StreamSession } from '@/lib/kit/client/session/stream-session'
import { eventAt } from '@/lib/kit/history/history'

/** A way to a version that has to be looked for. */
export type Jump =
  | { readonly to: 'stop'; readonly direction: Direction }
  | { readonly to: 'change'; readonly direction: Direction; readonly subject: string }

/**
 * Leaps to the next breakpoint, and to the next change of one part of the state: the one last touched (its element says
 * `data-subject`), else the one the event looked at is about.
 */
export const useJumps = (session: StreamSession, { version }: Playhead, goTo: (version: number) => void) => {
  const [jump, setJump] = useState<Jump | null>(null)
  const touched = useRef<string>(undefined)

  const onLanded = useCallback(
    (at: number | undefined) => {
      setJump(null)
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
  const toStop = (direction: Direction) => () => setJump({ to: 'stop', direction })
  const toChange = (direction: Direction) => () => {
    const subject = touched.current ?? subjectHere()
    if (subject !== undefined) setJump({ to: 'change', direction, subject })
  }
  return { jump, onLanded, onTouch, toStop, toChange }
}
