'use client'

import type { Virtualizer } from '@tanstack/react-virtual'
import { useLayoutEffect, useState } from 'react'

/** So near the newest row one still counts as being there. */
const nearPx = 24

/**
 * Keeps the newest row in view while the reader is there, and lets them read in peace elsewhere. Gives how
 * many rows came since they left, and the way back.
 */
export const useFollowNewest = (virtualizer: Virtualizer<HTMLDivElement, Element>, count: number) => {
  const [leftAt, setLeftAt] = useState<number | null>(null)

  useLayoutEffect(() => {
    if (leftAt === null && count > 0) virtualizer.scrollToOffset(0)
  }, [virtualizer, leftAt, count])

  const onScroll = (scrollTop: number) => {
    const away = scrollTop > nearPx
    if (away === (leftAt === null)) setLeftAt(away ? count : null)
  }

  return {
    unseen: leftAt === null ? 0 : Math.max(0, count - leftAt),
    onScroll,
    showNewest: () => {
      setLeftAt(null)
      virtualizer.scrollToOffset(0)
    },
  }
}
