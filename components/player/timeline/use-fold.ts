'use client'

import { useQueryState } from 'nuqs'
import { useCallback, useMemo, useState } from 'react'
import { useOtherStream } from '@/lib/kit/client/playhead/use-other-stream'
import type { HistoryFilter } from '@/lib/kit/wire/event-filter/event-filter'
import type { Runs } from './begins'
import type { Folding } from './rows'

/** The runs among the events that match a filter. */
export interface FoundRuns extends Runs {
  readonly filter: HistoryFilter
}

const none: ReadonlySet<number> = new Set()

/** Are runs folded, as the address says, and which of them are open? */
export const useFold = (streamId: string | null, filter: HistoryFilter) => {
  const [text, setText] = useQueryState('fold')
  const [found, setFound] = useState<FoundRuns | null>(null)
  const [opened, setOpened] = useState(none)
  useOtherStream(streamId, () => setOpened(none))
  const isOn = text === '1'
  const runs = isOn && found?.filter === filter ? found : undefined
  const folding = useMemo<Folding | undefined>(() => runs && { runs, opened }, [runs, opened])
  const toggle = () => {
    setOpened(none)
    void setText(isOn ? null : '1')
  }
  /** Opens or shuts the run that begins at a version. */
  const toggleRun = useCallback(
    (first: number) =>
      setOpened((before) => {
        const after = new Set(before)
        if (!after.delete(first)) after.add(first)
        return after
      }),
    [],
  )
  return { isOn, toggle, folding, toggleRun, setFound }
}
