'use client'

import { useMemo, useSyncExternalStore } from 'react'
import { createStored } from '../page/stored'
import { useStored } from '../page/use-stored'
import type { Answer } from './answer'
import { type Breakpoint, breakpointKey, breakpointQuestion } from './breakpoint'
import type { FailedScan } from './messages'
import type { ScanQuestion } from './question'
import { type Direction, nextVersion, unionOf } from './sorted-versions'
import { holdsAtFirst, trueTurns } from './turns'
import { useAnswers } from './use-answers'
import type { ScanSource } from './use-scanner'

export interface Breakpoints {
  /** The type of the stream: what can be stopped at. */
  readonly type: ScanSource['type']
  /** Those that its streams can be asked for. */
  readonly breakpoints: readonly Breakpoint[]
  /** The versions at which any enabled one stops, oldest first. */
  readonly stops: Uint32Array
  readonly isLooking: boolean
  readonly failure: FailedScan | undefined
  readonly retry: () => void
  /** The next stop from a version on; undefined where there is none. */
  readonly next: (from: number, direction: Direction) => number | undefined
  readonly add: (breakpoint: Breakpoint) => void
  readonly toggle: (breakpoint: Breakpoint) => void
  readonly remove: (breakpoint: Breakpoint) => void
}

const none: readonly Breakpoint[] = []
const most = 20

const stored = createStored('hindsight-breakpoints', none, async (json) =>
  (await import('./stored-lists')).readBreakpoints(json),
)

const isNot =
  (breakpoint: Breakpoint) =>
  (other: Breakpoint): boolean =>
    breakpointKey(other) !== breakpointKey(breakpoint)

const change = {
  add: (breakpoint: Breakpoint): void =>
    stored.change((before) => [...before.filter(isNot(breakpoint)), breakpoint].slice(-most)),
  toggle: (breakpoint: Breakpoint): void =>
    stored.change((before) =>
      before.map((each) => (isNot(breakpoint)(each) ? each : { ...each, enabled: !each.enabled })),
    ),
  remove: (breakpoint: Breakpoint): void => stored.change((before) => before.filter(isNot(breakpoint))),
}

/**
 * Where this browser's person wants playback to stop and, once that is wanted, where that is in a stream: to find it
 * all of the stream's events are read.
 */
export const useBreakpoints = (session: ScanSource, isWanted: boolean): Breakpoints => {
  const { type } = session
  const kept = useStored(stored, none)
  const isLoading = useSyncExternalStore(stored.subscribe, stored.isLoading, () => true)
  // The others were set on streams of other types.
  const known = useMemo(
    () =>
      kept.flatMap((breakpoint) => {
        const question = breakpointQuestion(breakpoint, type)
        return question ? [{ breakpoint, question }] : []
      }),
    [kept, type],
  )
  const breakpoints = useMemo(() => known.map(({ breakpoint }) => breakpoint), [known])
  const questions = useMemo(
    () => known.filter(({ breakpoint }) => breakpoint.enabled && isWanted).map(({ question }) => question),
    [known, isWanted],
  )
  const { answers, isCurrent, isLooking, failure, retry } = useAnswers(session, questions)
  const stops = useMemo(
    () =>
      unionOf(isCurrent ? questions.map((question, index) => stopsOf(type, question, answers[index])) : []),
    [isCurrent, questions, answers, type],
  )
  return {
    type,
    breakpoints,
    stops,
    isLooking: isLooking || (isWanted && isLoading),
    failure,
    retry,
    next: (from, direction) => nextVersion(stops, from, direction),
    ...change,
  }
}

const nowhere = new Uint32Array(0)

const stopsOf = (
  type: ScanSource['type'],
  question: ScanQuestion,
  answer: Answer | undefined,
): Uint32Array => {
  if (!answer) return nowhere
  if (question.type !== 'turns') return answer.versions
  return trueTurns(holdsAtFirst(type, question.condition), answer.versions)
}
