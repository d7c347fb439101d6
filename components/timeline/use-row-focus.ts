'use client'

import type { Virtualizer } from '@tanstack/react-virtual'
import { type FocusEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
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
export const useRowFocus = (
  virtualizer: Virtualizer<HTMLDivElement, Element>,
  rows: Rows,
  shownVersion: number,
) => {
  const [focused, setFocused] = useState<number | null>(null)
  const goal = useRef<{ version: number; part: string } | null>(null)
  const stop = Math.min(rows.count, Math.max(1, focused ?? shownVersion))

  useEffect(() => {
    if (!goal.current) return
    const { version, part } = goal.current
    goal.current = null
    virtualizer.scrollElement
      ?.querySelector<HTMLElement>(`[data-version="${version}"] [data-part="${part}"]`)
      ?.focus({ preventScroll: true })
  })

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const part = event.target instanceof HTMLElement ? event.target.dataset.part : undefined
    const step = steps[event.key]
    if (!part || !step) return
    event.preventDefault()
    const last = rows.count - 1
    const index = Math.min(last, Math.max(0, step(rows.indexOf(stop), last)))
    const { version } = rows.at(index)
    goal.current = { version, part }
    setFocused(version)
    virtualizer.scrollToIndex(index)
  }

  const onFocus = (event: FocusEvent<HTMLElement>) => {
    const version = event.target.closest<HTMLElement>('[data-version]')?.dataset.version
    if (version) setFocused(Number(version))
  }

  return { stop, listProps: { onKeyDown, onFocus } }
}
