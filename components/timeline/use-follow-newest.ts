'use client'

import { useLayoutEffect, useRef, useState } from 'react'
import type { RowScroller } from '../ui/use-fixed-rows'

/** So near the newest row one still counts as being there. */
const nearPx = 24

/**
 * Keeps the newest row in view while the reader is there, and elsewhere keeps in place what they read. Gives
 * how many rows came since they left. `list` names what is listed: another list begins at its top.
 */
export const useFollowNewest = ({ scroller, stay, toTop }: RowScroller, count: number, list: unknown) => {
  const [leftAt, setLeftAt] = useState<number | null>(null)
  const away = leftAt !== null
  const counted = useRef({ count, list })

  useLayoutEffect(() => {
    const before = counted.current
    counted.current = { count, list }
    if (before.list !== list) {
      setLeftAt(null)
      toTop()
      return
    }
    const added = count - before.count
    if (added !== 0 && away) stay(added)
  }, [away, count, list, stay, toTop])

  const onScroll = () => {
    const isAway = (scroller.current?.scrollTop ?? 0) > nearPx
    if (isAway !== away) setLeftAt(isAway ? count : null)
  }

  return { unseen: away ? Math.max(0, count - leftAt) : 0, onScroll }
}
