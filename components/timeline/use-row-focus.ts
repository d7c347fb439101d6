'use client'

import { type FocusEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { RowScroller } from '../ui/use-fixed-rows'
import type { Rows } from './rows'

const steps: Record<string, (index: number, last: number) => number> = {
  ArrowDown: (index) => index + 1,
  ArrowUp: (index) => index - 1,
  Home: () => 0,
  End: (_index, last) => last,
}

/**
 * Makes the list one stop for the Tab key, and walks its rows with the arrow keys: a long cart would be
 * thousands of stops. Gives the version whose row is that stop.
 */
export const useRowFocus = ({ scroller, reveal }: RowScroller, rows: Rows, shownVersion: number) => {
  const [focused, setFocused] = useState<number | null>(null)
  const goal = useRef<{ version: number; part: string } | null>(null)
  const stop = rows.versionAt(clamp(rows.indexOf(focused ?? shownVersion), rows.count - 1))

  useEffect(() => {
    if (!goal.current) return
    const { version, part } = goal.current
    goal.current = null
    scroller.current
      ?.querySelector<HTMLElement>(`[data-version="${version}"] [data-part="${part}"]`)
      ?.focus({ preventScroll: true })
  })

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const part = event.target instanceof HTMLElement ? event.target.dataset.part : undefined
    const step = steps[event.key]
    if (!part || !step) return
    event.preventDefault()
    const last = rows.count - 1
    const index = clamp(step(rows.indexOf(stop), last), last)
    const version = rows.versionAt(index)
    goal.current = { version, part }
    setFocused(version)
    reveal(index)
  }

  const onFocus = (event: FocusEvent<HTMLElement>) => {
    const version = event.target.closest<HTMLElement>('[data-version]')?.dataset.version
    if (version) setFocused(Number(version))
  }

  return { stop, listProps: { onKeyDown, onFocus } }
}

const clamp = (index: number, last: number): number => Math.min(last, Math.max(0, index))
