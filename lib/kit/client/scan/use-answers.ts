'use client'

import { useEffect, useState } from 'react'
import { type Answer, withMore } from './answer'
import type { FailedScan } from './messages'
import type { ScanQuestion } from './question'
import { type ScanSource, useScanner } from './use-scanner'

type Questions = readonly ScanQuestion[]

interface Found {
  /** One for each time the questions were asked. */
  readonly asking: object
  readonly questions: Questions
  readonly answers: readonly (Answer | undefined)[]
}

export interface Answers {
  /** One for each question, as far as it was found. Until anything is, those to the questions before. */
  readonly answers: readonly (Answer | undefined)[]
  /** False while the answers are those to the questions before. */
  readonly isCurrent: boolean
  /** True until all events that are there were asked. */
  readonly isLooking: boolean
  /** Why not all events can be asked now. */
  readonly failure: FailedScan | undefined
  readonly retry: () => void
}

const none: readonly (Answer | undefined)[] = []

/** Asks all events of a stream, and those that arrive; asks anew when given other questions (keep them the same). */
export const useAnswers = (source: ScanSource, questions: Questions): Answers => {
  const { scanner, progress } = useScanner(source)
  const [found, setFound] = useState<Found>()

  useEffect(() => {
    if (!scanner) return
    const asking = {}
    const stops = questions.map((question, index) =>
      scanner.watch(question, (more) =>
        setFound((before) => {
          const answers = before?.asking === asking ? before.answers : questions.map(() => undefined)
          return { asking, questions, answers: answers.with(index, withMore(answers[index], more)) }
        }),
      ),
    )
    return () => {
      for (const stop of stops) stop()
    }
  }, [scanner, questions])

  const isCurrent = found?.questions === questions
  const isWhole =
    progress.type === 'read' &&
    questions.every((_, index) => isCurrent && (found.answers[index]?.upTo ?? 0) >= progress.upTo)
  return {
    answers: questions.length > 0 ? (found?.answers ?? none) : none,
    isCurrent,
    isLooking:
      questions.length > 0 && progress.type !== 'failed' && !isWhole && progress.upTo + source.head > 0,
    failure: questions.length > 0 && progress.type === 'failed' ? progress.failure : undefined,
    retry: () => scanner?.retry(),
  }
}
