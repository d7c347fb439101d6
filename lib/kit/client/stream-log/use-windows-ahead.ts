'use client'

import { useEffect, useRef } from 'react'
import { windowOfState } from '../../history/history'
import { keyframeInterval } from '../../kernel/keyframe-interval'
import type { StreamLog } from './stream-log'
import type { WindowLoader } from './window-loader'

interface AheadSource {
  readonly log: StreamLog
  readonly windows: Pick<WindowLoader, 'wishAhead'>
}

/** Where somebody comes next who goes on as they went last: as far again, and to the next window that way. */
export const windowsAhead = (from: number, to: number): readonly number[] => {
  const step = to - from
  return step === 0 ? [] : [...new Set([to + Math.sign(step) * keyframeInterval, to + step])]
}

/** Has the windows ahead of whoever moves through the past fetched, while there is nothing else to fetch. */
export const useWindowsAhead = ({ log, windows }: AheadSource, version: number): void => {
  const at = windowOfState(version)
  const before = useRef(at)
  const history = useRef(log.history)
  useEffect(() => {
    history.current = log.history
  }, [log.history])
  useEffect(() => {
    const known = history.current
    const ahead = windowsAhead(before.current, at)
    before.current = at
    const withdrawals = ahead
      .filter((from) => from >= 0 && from < known.version && !known.windows.has(from))
      .map(windows.wishAhead)
    return () => {
      for (const withdraw of withdrawals) withdraw()
    }
  }, [at, windows])
}
