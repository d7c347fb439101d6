'use client'

import type { Virtualizer } from '@tanstack/react-virtual'
import { useLayoutEffect, useRef, useState } from 'react'

/** So near the newest row one still counts as being there. */
const nearPx = 24

/**
 * Keeps the newest row in view while the reader is there, and elsewhere keeps in place what they read. Gives
 * how many rows came since they left, and the way back.
 */
export const useFollowNewest = (
  virtualizer: Virtualizer<HTMLDivElement, Element>,
  count: number,
  rowHeight: number,
) => {
  const [leftAt, setLeftAt] = useState<number | null>(null)
  const away = leftAt !== null
  const counted = useRef(count)

  useLayoutEffect(() => {
    const added = count - counted.current
    counted.current = count
    if (added !== 0 && away) virtualizer.scrollBy(added * rowHeight)
  }, [virtualizer, away, count, rowHeight])

  const onScroll = (scrollTop: number) => {
    const isAway = scrollTop > nearPx
    if (isAway !== away) setLeftAt(isAway ? count : null)
  }

  return {
    unseen: away ? Math.max(0, count - leftAt) : 0,
    onScroll,
    showNewest: () => virtualizer.scrollToOffset(0),
  }
}
