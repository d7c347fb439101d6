'use client'

import { useEffect, useState } from 'react'
import { untilThere } from './until-there'

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
    const nobodyWaits = new AbortController()
    void untilThere(load, nobodyWaits.signal).then((loaded) => {
      if (!nobodyWaits.signal.aborted) setPart(loaded)
    })
    return () => nobodyWaits.abort()
  }, [isMissing, load])
  return part
}
