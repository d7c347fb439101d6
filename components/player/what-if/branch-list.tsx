'use client'

import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, type RefObject, useEffect } from 'react'

interface BranchListProps {
  readonly ref: RefObject<HTMLDivElement | null>
  readonly ids: readonly number[]
  /** Kept in view. */
  readonly selected: number | undefined
  readonly row: (index: number) => ReactNode
}

/** The steps of a branch, of which only those in view, and a few around, are in the page. */
export const BranchList = ({ ref, ids, selected, row }: BranchListProps) => {
  const rows = useVirtualizer({
    count: ids.length,
    getScrollElement: () => ref.current,
    estimateSize: () => 53,
    getItemKey: (index) => ids[index] ?? index,
    overscan: 8,
    initialRect: { width: 400, height: 600 },
  })
  useEffect(() => {
    if (selected !== undefined) rows.scrollToIndex(selected, { align: 'auto' })
  }, [rows, selected])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <div ref={ref} tabIndex={0} className="scroll-quiet min-h-0 flex-1 overflow-y-auto -outline-offset-2">
      <ol aria-label="Steps of the branch" className="relative" style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, key, start }) => (
          <li
            key={key}
            ref={rows.measureElement}
            data-index={index}
            aria-setsize={ids.length}
            aria-posinset={index + 1}
            className="absolute inset-x-0 top-0 border-line/60 border-b border-dashed"
            style={{ transform: `translateY(${start}px)` }}
          >
            {row(index)}
          </li>
        ))}
      </ol>
    </div>
  )
}
