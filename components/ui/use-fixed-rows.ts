'use client'

import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import {
  centring,
  contentHeight,
  type FixedRows,
  offsetAt,
  revealing,
  rowsInView,
  scrollTopAt,
} from './fixed-rows'

export interface RowScroller {
  readonly scroller: React.RefObject<HTMLDivElement | null>
  /** Height of the list, in pixels. */
  readonly height: number
  readonly first: number
  readonly end: number
  /** What every row is moved by beside its place, in pixels. */
  readonly shift: number
  readonly onScroll: () => void
  /** Scrolls no more than it takes to see the row. */
  readonly reveal: (index: number) => void
  /** Scrolls so that the row is in the middle. */
  readonly centre: (index: number) => void
  readonly toTop: () => void
  /** Stays with what is read while so many rows come before it. */
  readonly stay: (added: number) => void
}

/** Before the browser has said how high it is. */
const usualViewport = 600

/** Keeps only those rows of a long list in the page that are in view, and `overscan` before and after. */
export const useFixedRows = (count: number, rowHeight: number, overscan: number): RowScroller => {
  const scroller = useRef<HTMLDivElement>(null)
  const [viewport, setViewport] = useState(usualViewport)
  const [scrollTop, setScrollTop] = useState(0)
  const rows = useMemo<FixedRows>(() => ({ count, rowHeight, viewport }), [count, rowHeight, viewport])

  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const observer = new ResizeObserver(() => element.clientHeight > 0 && setViewport(element.clientHeight))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])

  // Asked of the browser it would cost a layout each time.
  const known = useRef(0)
  useLayoutEffect(() => {
    if (!scroller.current || known.current === scrollTop) return
    known.current = scrollTop
    scroller.current.scrollTop = scrollTop
  }, [scrollTop])

  const moves = useMemo(() => {
    const scrollTo = (to: (now: number) => number) => setScrollTop((now) => Math.round(to(now)))
    return {
      onScroll: () => {
        known.current = scroller.current?.scrollTop ?? 0
        setScrollTop(known.current)
      },
      reveal: (index: number) => scrollTo((now) => revealing(rows, now, index, rows.rowHeight)),
      centre: (index: number) => scrollTo(() => centring(rows, index)),
      toTop: () => scrollTo(() => 0),
      stay: (added: number) =>
        scrollTo((now) => {
          const before = { ...rows, count: rows.count - added }
          return scrollTopAt(rows, offsetAt(before, now) + added * rows.rowHeight)
        }),
    }
  }, [rows])
  return { scroller, height: contentHeight(rows), ...rowsInView(rows, scrollTop, overscan), ...moves }
}
