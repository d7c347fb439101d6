'use client'

import { useMemo } from 'react'
import type { ConditionProblem } from '../../wire/condition/condition-problem'
import { parseCondition } from '../../wire/condition/parse-condition'
import { useSettled } from '../page/use-settled'
import type { FailedScan } from './messages'
import type { ScanQuestion } from './question'
import { holdsAtFirst } from './turns'
import { useAnswers } from './use-answers'
import type { ScanSource } from './use-scanner'

/** Where a condition turned true or false. */
export interface Turns {
  readonly problem: ConditionProblem | undefined
  /** Whether it is true before the first event: the first turn makes it the other. */
  readonly atFirst: boolean
  /** Oldest first; undefined before anything was found, and while there is no condition. */
  readonly versions: Uint32Array | undefined
  /** Milliseconds since 1970, of each. */
  readonly times: Float64Array
  /** The type of each turn's event, by its place in `eventNames`. */
  readonly types: Uint8Array
  /** The names of the stream's type. */
  readonly eventNames: readonly string[]
  readonly isLooking: boolean
  readonly failure: FailedScan | undefined
  readonly retry: () => void
}

const settleMs = 150
const noQuestions: readonly ScanQuestion[] = []
const noTimes = new Float64Array(0)
const noTypes = new Uint8Array(0)

/** The versions at which the condition written in a text turned; empty and wrong texts have none. */
export const useTurns = (session: ScanSource, text: string): Turns => {
  const { type } = session
  const parsed = useMemo(
    () => (text.trim() === '' ? undefined : parseCondition(text, type.vocabulary)),
    [text, type],
  )
  const settled = useSettled(parsed, settleMs)
  const condition = settled?.type === 'parsed' ? settled.found : undefined
  const questions = useMemo<readonly ScanQuestion[]>(
    () => (condition ? [{ type: 'turns', condition }] : noQuestions),
    [condition],
  )
  const { answers, isCurrent, isLooking, failure, retry } = useAnswers(session, questions)
  const answer = isCurrent ? answers[0] : undefined
  return {
    problem: parsed?.type === 'problem' ? parsed : undefined,
    atFirst: condition !== undefined && holdsAtFirst(type, condition),
    versions: answer?.versions,
    times: answer?.times ?? noTimes,
    types: answer?.types ?? noTypes,
    eventNames: type.eventNames,
    isLooking,
    failure,
    retry,
  }
}
