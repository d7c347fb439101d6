'use client'

import { type RefObject, useEffect, useMemo } from 'react'
import type { ScanQuestion } from '@/lib/kit/client/scan/question'
import { nextVersion } from '@/lib/kit/client/scan/sorted-versions'
import { useAnswers } from '@/lib/kit/client/scan/use-answers'
import { useBreakpoints } from '@/lib/kit/client/scan/use-breakpoints'
import type { StreamSession } from '@/lib/kit/client/session/stream-session'
import type { NextStop } from '../transport/use-playback'
import { useStreamView } from '../view/use-stream-view'
import type { Jump } from './use-jumps'

interface ScanToolsProps {
  readonly session: StreamSession
  readonly version: number
  /** Where to go, as soon as it is known where that is. */
  readonly jump: Jump | null
  readonly onLanded: (version: number | undefined) => void
  /** Told where playback has to stop. */
  readonly nextStop: RefObject<NextStop | undefined>
}

const noQuestions: readonly ScanQuestion[] = []

/** Finds the next breakpoint and the next change of a part of the state, for which all events are asked. */
export const ScanTools = ({ session, version, jump, onLanded, nextStop }: ScanToolsProps) => {
  const stops = useBreakpoints(session, true)
  const view = useStreamView()
  const subject = jump?.to === 'change' ? jump.subject : undefined
  const questions = useMemo<readonly ScanQuestion[]>(() => {
    const question = subject === undefined ? undefined : view.changesOf?.(subject)
    return question ? [question] : noQuestions
  }, [view, subject])
  const changes = useAnswers(session, questions)

  useEffect(() => {
    nextStop.current = (from) => stops.next(from, 'forward')
    return () => {
      nextStop.current = undefined
    }
  }, [nextStop, stops])

  useEffect(() => {
    if (jump?.to === 'stop' && !stops.isLooking) onLanded(stops.next(version, jump.direction))
    if (jump?.to === 'change' && changes.failure) onLanded(undefined)
    const isFound = jump?.to === 'change' && changes.isCurrent && !changes.isLooking
    const found = isFound ? changes.answers[0]?.versions : undefined
    if (jump && found) onLanded(nextVersion(found, version, jump.direction))
  }, [jump, stops, changes, version, onLanded])

  return null
}
