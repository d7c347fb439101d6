'use client'

import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useHydrated } from '@/lib/client/use-hydrated'
import { beginsDay } from './day'
import { NewEventsChip } from './new-events-chip'
import type { ProductNames } from './product-names'
import type { Row, Rows } from './rows'
import { TimelineRow } from './timeline-row'
import { useFollowNewest } from './use-follow-newest'
import { useRowFocus } from './use-row-focus'

interface TimelineListProps {
  readonly rows: Rows
  readonly names: ProductNames
  /** The version looked at. */
  readonly version: number
  readonly isLive: boolean
  readonly onSeek: (version: number) => void
}

const rowHeight = 57

/** The rows in view of a list that may be long; a leaf, since the virtualiser escapes memoisation. */
export const TimelineList = ({ rows, names, version, isLive, onSeek }: TimelineListProps) => {
  const scroller = useRef<HTMLDivElement>(null)
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set())
  const hydrated = useHydrated()
  const stopIndex = useRef(0)
  const virtualizer = useVirtualizer<HTMLDivElement, Element>({
    count: rows.count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: rows.versionAt,
    rangeExtractor: (range) => withIndex(range, stopIndex.current),
    initialRect: { width: 0, height: 600 },
    overscan: 4,
    scrollPaddingStart: rowHeight,
    scrollPaddingEnd: rowHeight,
  })
  const { unseen, onScroll, showNewest } = useFollowNewest(virtualizer, rows.count, rowHeight)
  const { stop, listProps } = useRowFocus(virtualizer, rows, version)
  stopIndex.current = rows.indexOf(stop)

  const chosenHere = useRef<number | null>(null)
  const indexOfShown = useRef(0)
  indexOfShown.current = Math.min(rows.count - 1, rows.indexOf(version))
  useEffect(() => {
    if (isLive) virtualizer.scrollToOffset(0)
  }, [virtualizer, isLive])
  useEffect(() => {
    // What was chosen here is in view already, and stays where the eye is.
    if (isLive || chosenHere.current === version) return
    chosenHere.current = null
    virtualizer.scrollToIndex(indexOfShown.current, { align: 'center' })
  }, [virtualizer, isLive, version])

  const choose = useCallback(
    (chosen: number) => {
      chosenHere.current = chosen
      onSeek(chosen)
    },
    [onSeek],
  )

  const toggle = useCallback((toggled: number) => {
    setOpened((before) => {
      const after = new Set(before)
      if (!after.delete(toggled)) after.add(toggled)
      return after
    })
  }, [])
  const stageOf = (row: Row) => {
    if (!row.recorded) return 'pending'
    return isLive || row.version <= version ? 'happened' : 'ahead'
  }

  return (
    <div className="relative min-h-0 flex-1">
      <NewEventsChip count={unseen} onClick={showNewest} />
      <div
        ref={scroller}
        onScroll={(event) => onScroll(event.currentTarget.scrollTop)}
        className="scroll-quiet h-full max-h-dvh overflow-y-auto overscroll-contain [overflow-anchor:none]"
      >
        <ol
          {...listProps}
          aria-label="Events, newest first"
          className="relative"
          style={{ height: virtualizer.getTotalSize() }}
        >
          {virtualizer.getVirtualItems().map((item) => {
            const row = rows.at(item.index)
            const current = row.version === version
            return (
              <li
                key={item.key}
                ref={virtualizer.measureElement}
                data-index={item.index}
                data-version={row.version}
                aria-current={current ? 'step' : undefined}
                aria-setsize={rows.count}
                aria-posinset={item.index + 1}
                className="absolute inset-x-0 top-0 border-line/60 border-b"
                style={{ transform: `translateY(${item.start}px)` }}
              >
                <TimelineRow
                  row={row}
                  names={names}
                  stage={stageOf(row)}
                  current={current}
                  isLive={isLive}
                  open={opened.has(row.version)}
                  beginsDay={beginsDay(rows, item.index, hydrated ? 'local' : 'UTC')}
                  tabIndex={row.version === stop ? 0 : -1}
                  onSeek={choose}
                  onToggle={toggle}
                />
              </li>
            )
          })}
        </ol>
        <button
          type="button"
          onClick={() => choose(0)}
          aria-current={version === 0 && !isLive ? 'step' : undefined}
          className="grid min-h-12 w-full grid-cols-[3.25rem_auto_1fr] items-center text-left text-muted -outline-offset-2 hover:text-ink aria-[current]:bg-past/10 aria-[current]:text-past aria-[current]:shadow-[inset_3px_0_0_var(--past)]"
        >
          <span className="pr-2.5 text-right font-mono text-[13px] tabular-nums">0</span>
          <span aria-hidden className="mx-2 size-2 rounded-full border border-current" />
          <span className="pl-3 font-display text-lg italic">before anything</span>
        </button>
      </div>
    </div>
  )
}

/** The Tab key's stop stays in the page even when scrolled out of view, or focus would be lost. */
const withIndex = (range: Range, index: number): number[] => {
  const indexes = defaultRangeExtractor(range)
  if (index >= 0 && index < range.count && !indexes.includes(index)) indexes.push(index)
  return indexes.sort((a, b) => a - b)
}
