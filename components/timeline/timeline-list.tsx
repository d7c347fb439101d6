'use client'

import { useCallback, useEffect, useRef } from 'react'
import { useHydrated } from '@/lib/client/use-hydrated'
import { useFixedRows } from '../ui/use-fixed-rows'
import { beginsDay } from './day'
import { NewEventsChip } from './new-events-chip'
import type { Row, Rows } from './rows'
import { TimelineRow } from './timeline-row'
import { useFollowNewest } from './use-follow-newest'
import { useRowFocus } from './use-row-focus'

export interface TimelineListProps {
  readonly rows: Rows
  /** Names what is listed, all or what a filter found: another list begins at its top. */
  readonly list: string
  /** The version looked at. */
  readonly version: number
  readonly isLive: boolean
  /** The version whose event is inspected. */
  readonly selected: number | null
  /** What a filter looked for in the words of a row, to be marked there. */
  readonly marks: readonly string[]
  readonly onSeek: (version: number) => void
  readonly onSelect: (version: number) => void
  /** Called with the versions of the rows that are mounted. */
  readonly onShown: (versions: readonly number[]) => void
}

const rowHeight = 58

/** The rows in view of a list that may be long. */
export const TimelineList = (props: TimelineListProps) => {
  const { rows, list, version, isLive, selected, onSeek, onShown } = props
  const hydrated = useHydrated()
  const scroll = useFixedRows(rows.count, rowHeight)
  const { centre, toTop } = scroll
  const follow = useFollowNewest(scroll, rows.count, list)
  const { stop, listProps } = useRowFocus(scroll, rows, version)
  const mounted = withStop(scroll.first, scroll.end, rows.indexOf(stop), rows.count)

  const shownVersions = mounted.map(rows.versionAt)
  const shownKey = `${shownVersions[0]} ${shownVersions.at(-1)} ${shownVersions.length} ${list}`
  const latestShown = useRef(shownVersions)
  latestShown.current = shownVersions
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the versions
  useEffect(() => onShown(latestShown.current), [shownKey, onShown])

  const chosenHere = useRef<number | null>(null)
  const indexOfShown = useRef(0)
  indexOfShown.current = Math.min(rows.count - 1, rows.indexOf(version))
  useEffect(() => {
    if (isLive) toTop()
  }, [isLive, toTop])
  useEffect(() => {
    // What was chosen here is in view already, and stays where the eye is.
    if (isLive || chosenHere.current === version) return
    chosenHere.current = null
    centre(indexOfShown.current)
  }, [isLive, version, centre])

  const choose = useCallback(
    (chosen: number) => {
      chosenHere.current = chosen
      onSeek(chosen)
    },
    [onSeek],
  )
  const stageOf = (row: Row) => {
    if (row.event && !row.recorded) return 'pending'
    return isLive || row.version <= version ? 'happened' : 'ahead'
  }

  return (
    <div className="relative min-h-0 flex-1">
      <NewEventsChip count={follow.unseen} onClick={toTop} />
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
            return (
              <li
                key={row.version}
                data-version={row.version}
                aria-current={row.version === version ? 'step' : undefined}
                aria-setsize={rows.count}
                aria-posinset={index + 1}
                className="absolute inset-x-0 top-0 border-line/60 border-b"
                style={{ height: rowHeight, transform: `translateY(${index * rowHeight + scroll.shift}px)` }}
              >
                <TimelineRow
                  version={row.version}
                  event={row.event}
                  text={row.text}
                  at={row.at}
                  actor={row.recorded?.metadata.actor}
                  stage={stageOf(row)}
                  current={row.version === version}
                  isLive={isLive}
                  selected={row.version === selected}
                  marks={props.marks}
                  beginsDay={beginsDay(rows, index, hydrated ? 'local' : 'UTC')}
                  tabIndex={row.version === stop ? 0 : -1}
                  onSeek={choose}
                  onSelect={props.onSelect}
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
const withStop = (first: number, end: number, stop: number, count: number): number[] => {
  const indexes = Array.from({ length: end - first }, (_, place) => first + place)
  if (stop < 0 || stop >= count || (stop >= first && stop < end)) return indexes
  return stop < first ? [stop, ...indexes] : [...indexes, stop]
}
