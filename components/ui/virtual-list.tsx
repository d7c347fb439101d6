'use client'

import { measureElement, useVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import type { LongListProps } from './long-list-props'
import { useSeats } from './use-seats'

/** A row's height as the browser tells of it after laying it out: to ask for it sooner costs a layout for each row. */
const toldHeight = (
  row: Element,
  told: ResizeObserverEntry | undefined,
  rows: Virtualizer<HTMLDivElement, Element>,
): number => {
  const known = rows.measurementsCache[rows.indexFromElement(row)]
  return told || !known ? measureElement(row, told, rows) : known.size
}

/** Rows of which only those in view, and a few around, are in the page. */
export const VirtualList = <Item,>({ label, items, keyOf, rowHeight, row }: LongListProps<Item>) => {
  const scroller = useRef<HTMLDivElement>(null)
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => {
      const item = items[index]
      return item === undefined ? index : keyOf(item)
    },
    measureElement: toldHeight,
    overscan: 3,
    initialRect: { width: 400, height: 600 },
  })
  const shown = rows.getVirtualItems()
  const seats = useSeats(shown.map(({ key }) => key))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <div ref={scroller} tabIndex={0} className="scroll-quiet min-h-0 flex-1 overflow-y-auto">
      <ul aria-label={label} className="relative" style={{ height: rows.getTotalSize() }}>
        {shown.map(({ index, key, start }) => {
          const item = items[index]
          return (
            item !== undefined && (
              <li
                key={seats.get(key)}
                // One of its own at each rendering: a row written anew has to be measured anew.
                ref={(row) => rows.measureElement(row)}
                data-index={index}
                aria-setsize={items.length}
                aria-posinset={index + 1}
                className="absolute inset-x-0 top-0 border-line border-b"
                style={{ transform: `translateY(${start}px)` }}
              >
                {row(item)}
              </li>
            )
          )
        })}
      </ul>
    </div>
  )
}
