'use client'

import { debounce, parseAsString, useQueryState } from 'nuqs'
import { useCallback, useMemo, useState } from 'react'
import type { HistoryFilter } from '../../wire/event-filter/event-filter'
import { type FilterProblem, parseEventFilter } from '../../wire/event-filter/parse-event-filter'
import { useSettled } from '../page/use-settled'
import { useOtherStream } from '../playhead/use-other-stream'
import type { StreamSession } from '../session/stream-session'
import type { FailedScan } from './messages'
import type { ScanQuestion } from './question'
import { useAnswers } from './use-answers'
import type { ScanSource } from './use-scanner'

/** Which events of a stream are shown. */
export interface EventFilterResult {
  /** As it is being written. */
  readonly text: string
  readonly setText: (text: string) => void
  /** The last that could be read; empty while all events are shown. */
  readonly filter: HistoryFilter
  readonly problem: FilterProblem | undefined
  /** The versions that match, oldest first; undefined while all events are shown. */
  readonly versions: Uint32Array | undefined
  /** How many events there are. */
  readonly total: number
  readonly isLooking: boolean
  readonly failure: FailedScan | undefined
  readonly retry: () => void
}

/** The address follows when the hand rests. */
const filterInAddress = parseAsString
  .withDefault('')
  .withOptions({ history: 'replace', limitUrlUpdates: debounce(300) })

const settleMs = 150
const everything: HistoryFilter = []
const noQuestions: readonly ScanQuestion[] = []

/** A stream's filter, as the address has it, and what it finds. */
export const useEventFilter = (session: ScanSource & Pick<StreamSession, 'streamId'>): EventFilterResult => {
  const [text, write] = useQueryState('f', filterInAddress)
  const setText = useCallback((to: string) => void write(to), [write])
  useOtherStream(session.streamId, () => setText(''))

  const { type } = session
  const parsed = useMemo(() => parseEventFilter(text, type), [text, type])
  const filter = useLastGood(useSettled(text, settleMs), type)
  const questions = useMemo<readonly ScanQuestion[]>(
    () => (filter.length > 0 ? [{ type: 'matches', filter }] : noQuestions),
    [filter],
  )
  const { answers, isLooking, failure, retry } = useAnswers(session, questions)
  return {
    text,
    setText,
    filter,
    problem: parsed.type === 'parsed' ? undefined : parsed,
    versions: answers[0]?.versions,
    total: session.head,
    isLooking,
    failure,
    retry,
  }
}

/** While a text makes no sense yet, what it was before stays. */
const useLastGood = (text: string, type: ScanSource['type']): HistoryFilter => {
  const [good, setGood] = useState({ text: '', filter: everything })
  if (good.text === text) return good.filter
  const parsed = parseEventFilter(text, type)
  const filter = parsed.type === 'parsed' ? parsed.filter : good.filter
  setGood({ text, filter })
  return filter
}
