'use client'

import { useEffect, useRef } from 'react'
import { useHydrated } from '@/lib/kit/client/page/use-hydrated'
import { useIsChanging } from '@/lib/kit/client/page/use-is-changing'
import { cn } from '../../ui/cn'
import { useFixedRows } from '../../ui/use-fixed-rows'
import { useSeats } from '../../ui/use-seats'
import { AnyRow } from './any-row'
import { beginsDay } from './day'
import { idleBefore } from './gap'
import { NewEventsChip } from './new-events-chip'
import { isIn, versionsOf } from './row'
import type { Rows } from './rows'
import { useFollowNewest } from './use-follow-newest'
import { placeOf, usePlace } from './use-place'
import { useRowFocus } from './use-row-focus'

export interface TimelineListProps {
  readonly rows: Rows
  /** Names what is listed, all or what a filter found: another list begins at its top. */
  readonly list: string
  /** Are runs folded? */
  readonly isFolded: boolean
  /** The version looked at. */
  readonly version: number
  readonly isLive: boolean
  /** The version whose event is inspected. */
  readonly selected: number | null
  /** What a filter looked for in the words of a row, to be marked there. */
  readonly marks: readonly string[]
  readonly onSeek: (version: number) => void
  readonly onSelect: (version: number) => void
  /** Opens or shuts the run that begins at a version. */
  readonly onToggleRun: (first: number) => void
  /** Called with the versions of the rows that are mounted. */
  readonly onShown: (versions: readonly number[]) => void
}

const rowHeight = 58
/** So many rows stand ready above and below for who scrolls; nobody scrolls in what a hand drags by. */
const overscan = { resting: 6, passing: 1 }
const restMs = 300

/** The rows in view of a list that may be long. */
export const TimelineList = (props: TimelineListProps) => {
  const { rows, list, isFolded, version, isLive, onSeek, onShown } = props
  const hydrated = useHydrated()
  const place = placeOf(version, isLive || !hydrated, isFolded)
  const isPassing = useIsChanging(place, restMs)
  const scroll = useFixedRows(rows.count, rowHeight, isPassing ? overscan.passing : overscan.resting)
  const choose = usePlace(scroll, rows, { place, version, isFolded, onSeek })
  const follow = useFollowNewest(scroll, rows, `${list} ${isFolded}`)
  const { stop, listProps } = useRowFocus(scroll, rows, version, props.onToggleRun)
  const mounted = withStop(scroll.first, scroll.end, stop, rows.count)
  const keys = mounted.map((index) => rows.at(index).key)
  const seats = useSeats(keys, stop >= 0 && stop < rows.count ? rows.at(stop).key : undefined)

  const shownVersions = mounted.flatMap((index) => versionsOf(rows.at(index)))
  const shownKey = `${shownVersions[0]} ${shownVersions.at(-1)} ${shownVersions.length} ${list} ${isFolded}`
  const latestShown = useRef(shownVersions)
  latestShown.current = shownVersions
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the versions
  useEffect(() => onShown(latestShown.current), [shownKey, onShown])

  return (
    <div className="relative min-h-0 flex-1">
      <NewEventsChip count={follow.unseen} onClick={scroll.toTop} />
      <div
        ref={scroll.scroller}
        onScroll={() => {
          scroll.onScroll()
          follow.onScroll()
        }}
        className="scroll-quiet h-full max-h-dvh overflow-y-auto overscroll-contain [overflow-anchor:none]"
      >
        <ol
          {...listProps}
          aria-label="Events, newest first"
          className="relative"
          style={{ height: scroll.height }}
        >
          {mounted.map((index) => {
            const row = rows.at(index)
            const current = isIn(row, version)
            const idle = idleBefore(rows, index)
            return (
              <li
                key={seats.get(row.key)}
                data-row={row.key}
                data-version={row.version}
                aria-current={current ? 'step' : undefined}
                aria-setsize={rows.count}
                aria-posinset={index + 1}
                className={cn('absolute inset-x-0 top-0 border-line/60 border-b', idle && 'z-1')}
                style={{ height: rowHeight, transform: `translateY(${index * rowHeight + scroll.shift}px)` }}
              >
                <AnyRow
                  row={row}
                  version={version}
                  current={current}
                  isLive={isLive}
                  selected={props.selected !== null && isIn(row, props.selected)}
                  marks={props.marks}
                  beginsDay={beginsDay(rows, index, hydrated ? 'local' : 'UTC')}
                  idle={idle}
                  tabIndex={index === stop ? 0 : -1}
                  onSeek={choose}
                  onSelect={props.onSelect}
                  onToggleRun={props.onToggleRun}
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
          <span className="pr-2.5 text-right font-mono text-sm tabular-nums">0</span>
          <span aria-hidden className="mx-2 size-2 rounded-full border border-current" />
          <span className="pl-3 font-display text-xl italic">before anything</span>
        </button>
      </div>
    </div>
  )
}

/** The Tab key's stop stays in the page even when scrolled out of view, or focus would be lost. */
const withStop = (first: number, end: number, stop: number, count: number): number[] => {
  const indexes = Array.from({ length: end - first }, (_, place) => first + place)
  if (stop < 0 || stop >= count || (stop >= first && stop < end)) return indexes
  return stop < first ? [stop, ...indexes] : [...indexes, stop]
}
