'use client'

import { useEffect, useState } from 'react'
import { retryMs } from '@/lib/client/socket'

/**
 * A part of the page that is fetched when it is first needed: its module, undefined until it is there. Where it can't be
 * fetched the page goes on without, and it comes when it can, if it is needed still. `load` keeps its identity.
 */
export const usePart = <Part extends object>(
  isNeeded: boolean,
  load: () => Promise<Part>,
): Part | undefined => {
  const [part, setPart] = useState<Part>()
  const isMissing = isNeeded && !part
  useEffect(() => {
    if (!isMissing) return
    let isNeededStill = true
    let retry: ReturnType<typeof setTimeout> | undefined
    const fetchIt = (): void => {
      void load().then(
        (loaded) => isNeededStill && setPart(loaded),
        () => {
          if (isNeededStill) retry = setTimeout(fetchIt, retryMs)
        },
      )
    }
    fetchIt()
    return () => {
      isNeededStill = false
      clearTimeout(retry)
    }
  }, [isMissing, load])
  return part
}
