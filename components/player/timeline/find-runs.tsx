'use client'

import { useEffect, useMemo } from 'react'
import type { ScanQuestion } from '@/lib/kit/client/scan/question'
import { useAnswers } from '@/lib/kit/client/scan/use-answers'
import type { ScanSource } from '@/lib/kit/client/scan/use-scanner'
import type { HistoryFilter } from '@/lib/kit/wire/event-filter/event-filter'
import { ScanFailure } from '../when/scan-failure'
import type { FoundRuns } from './use-fold'

interface FindRunsProps {
  readonly session: ScanSource
  /** Runs are of the events that match. */
  readonly filter: HistoryFilter
  readonly onFound: (found: FoundRuns | null) => void
}

/** Looks for the runs among a stream's events; shows nothing but why it can't. */
export const FindRuns = ({ session, filter, onFound }: FindRunsProps) => {
  const questions = useMemo<readonly ScanQuestion[]>(() => [{ type: 'runs', filter }], [filter])
  const { answers, isCurrent, failure, retry } = useAnswers(session, questions)
  const answer = isCurrent ? answers[0] : undefined
  useEffect(
    () => onFound(answer ? { filter, starts: answer.versions, upTo: answer.upTo } : null),
    [answer, filter, onFound],
  )
  useEffect(() => () => onFound(null), [onFound])
  // A filter tells of its own failure.
  if (!failure || filter.length > 0) return null
  return (
    <div className="border-line border-b px-4 py-2">
      <ScanFailure failure={failure} onRetry={retry} />
    </div>
  )
}
