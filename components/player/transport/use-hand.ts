'use client'

import { startTransition, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { createHand } from './hand'

interface DraggedOptions {
  /** The version shown by all that React renders. */
  readonly version: number
  readonly head: number
  /** Writes to the page what has to be under the hand. Called often: it may not cost a layout. */
  readonly draw: (version: number) => void
  readonly onScrub: (version: number) => void
  readonly onRelease: (() => void) | undefined
}

/** A hand that drags over versions: React follows it in transitions, for which the next move doesn't wait. */
export const useHand = (options: DraggedOptions) => {
  const { version, head } = options
  const latest = useRef(options)
  const [hand] = useState(() =>
    createHand({
      shown: version,
      head,
      draw: (to) => latest.current.draw(to),
      tell: (to, isUrgent) => {
        const scrub = () => latest.current.onScrub(to)
        if (isUrgent) scrub()
        else startTransition(scrub)
      },
      release: () => latest.current.onRelease?.(),
    }),
  )
  useLayoutEffect(() => {
    latest.current = options
    hand.rendered(version, head)
  })
  useEffect(() => hand.leave, [hand])
  return hand
}
