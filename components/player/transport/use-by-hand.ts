'use client'

import { useLayoutEffect, useMemo, useRef } from 'react'
import type { Playhead } from '@/lib/kit/client/playhead/use-playhead'

type Moved = Pick<Playhead, 'seek' | 'scrub' | 'goLive'>

/** What moves it by hand: then it goes where it is led, and no further by itself. The same from render to render. */
export const useByHand = (moved: Moved, pause: () => void) => {
  const latest = useRef({ pause, moved })
  useLayoutEffect(() => {
    latest.current = { pause, moved }
  })
  return useMemo(() => {
    const stopped = (): Moved => {
      latest.current.pause()
      return latest.current.moved
    }
    return {
      goTo: (version: number) => stopped().seek(version),
      scrub: (version: number) => stopped().scrub(version),
      goLive: () => stopped().goLive(),
    }
  }, [])
}
