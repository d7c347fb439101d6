'use client'

import { useEffect, useRef } from 'react'

/** The state to show: while it is being asked for, the one shown before. */
export const useShown = <State>(now: State | undefined, first: State) => {
  const last = useRef(first)
  useEffect(() => {
    if (now) last.current = now
  }, [now])
  return { shown: now ?? last.current, isLoading: now === undefined }
}
