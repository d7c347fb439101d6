'use client'

import { useCallback, useRef, useState } from 'react'

/** Where a hand holds what it drags over a history; null while there is no hand. */
export const useScrub = (head: number) => {
  const [scrubbed, setScrubbed] = useState<number | null>(null)
  const held = useRef<number | null>(null)
  const hold = useCallback((to: number | null) => {
    held.current = to
    setScrubbed(to)
  }, [])
  // A hand that holds the end goes along with it, whatever comes meanwhile.
  const scrub = useCallback(
    (to: number) => hold(to >= head ? Number.POSITIVE_INFINITY : Math.max(0, to)),
    [hold, head],
  )
  const drop = useCallback(() => hold(null), [hold])
  return { scrubbed, held, scrub, drop }
}
