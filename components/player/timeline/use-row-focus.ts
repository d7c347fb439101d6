'use client'

import { type FocusEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { RowScroller } from '../../ui/use-fixed-rows'
import type { Rows } from './rows'

const steps: Record<string, (index: number, last: number) => number> = {
  ArrowDown: (index) => index + 1,
  ArrowUp: (index) => index - 1,
  Home: () => 0,
  End: (_index, last) => last,
}

/** What opens a run, and what shuts it. */
const opens: Record<string, boolean> = { ArrowRight: true, ArrowLeft: false }

/**
 * Makes the list one stop for the Tab key, and walks its rows with the arrow keys, which open and shut runs too: a
 * long history would be thousands of stops. Gives the index of the row that is that stop.
 */
export const useRowFocus = (
  { scroller, reveal }: RowScroller,
  rows: Rows,
  shownVersion: number,
  onToggleRun: (first: number) => void,
) => {
  const [focused, setFocused] = useState<number | null>(null)
  const goal = useRef<{ key: number; part: string } | null>(null)
  const last = rows.count - 1
  const stop = clamp(focused === null ? rows.indexOf(shownVersion) : rows.indexOfKey(focused), last)

  useEffect(() => {
    if (!goal.current) return
    const { key, part } = goal.current
    goal.current = null
    scroller.current
      ?.querySelector<HTMLElement>(`[data-row="${key}"] [data-part="${part}"]`)
      ?.focus({ preventScroll: true })
  })

  const walk = (index: number, part: string): void => {
    const { key } = rows.at(index)
    goal.current = { key, part }
    setFocused(key)
    reveal(index)
  }

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const part = event.target instanceof HTMLElement ? event.target.dataset.part : undefined
    if (!part) return
    const row = rows.at(stop)
    const step = steps[event.key]
    const toOpen = row.type === 'run' ? opens[event.key] : undefined
    if (!step && toOpen === undefined) return
    event.preventDefault()
    if (step) walk(clamp(step(stop, last), last), part)
    else if (row.type === 'run' && row.isOpen !== toOpen) onToggleRun(row.first)
  }

  const onFocus = (event: FocusEvent<HTMLElement>) => {
    const key = event.target.closest<HTMLElement>('[data-row]')?.dataset.row
    if (key) setFocused(Number(key))
  }

  return { stop, listProps: { onKeyDown, onFocus } }
}

const clamp = (index: number, last: number): number => Math.min(last, Math.max(0, index))
