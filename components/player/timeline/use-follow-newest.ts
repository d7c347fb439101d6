'use client'

import { useLayoutEffect, useRef, useState } from 'react'
import type { RowScroller } from '../../ui/use-fixed-rows'
import type { Rows } from './rows'

/** So near the newest row one still counts as being there. */
const nearPx = 24

/**
 * Keeps the newest row in view while the reader is there, and elsewhere keeps in place what they read. Gives
 * how many events came since they left. `list` names what is listed: another list begins at its top.
 */
export const useFollowNewest = ({ scroller, first, stay, toTop }: RowScroller, rows: Rows, list: string) => {
  const [leftAt, setLeftAt] = useState<number | null>(null)
  const away = leftAt !== null
  const shown = useRef({ rows, list, first })

  useLayoutEffect(() => {
    const before = shown.current
    shown.current = { rows, list, first }
    if (before.list !== list) {
      setLeftAt(null)
      toTop()
      return
    }
    if (!away || before.rows === rows || before.first >= before.rows.count) return
    const added = rows.indexOfKey(before.rows.at(before.first).key) - before.first
    if (added !== 0) stay(added)
  }, [away, rows, list, first, stay, toTop])

  const onScroll = () => {
    const isAway = (scroller.current?.scrollTop ?? 0) > nearPx
    if (isAway !== away) setLeftAt(isAway ? rows.events : null)
  }

  return { unseen: away ? Math.max(0, rows.events - leftAt) : 0, onScroll }
}
