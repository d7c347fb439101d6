'use client'

import { ListFilter } from 'lucide-react'
import { useQueryState } from 'nuqs'
import {
  lazy,
  memo,
  type ReactNode,
  type RefObject,
  Suspense,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { count as countOf } from '@/components/ui/format'
import type { CartSession } from '@/lib/client/use-cart-session'
import type { Playhead } from '@/lib/client/use-playhead'
import { useWindows } from '@/lib/client/use-window'
import { Button } from '../ui/button'
import { EmptyTimeline } from './empty-timeline'
import { ExportMenu } from './export-menu'
import { FollowButton } from './follow-button'
import { LiveAnnouncer } from './live-announcer'
import { NothingMatches } from './nothing-matches'
import { missingWindows, toRows } from './rows'
import type { Filtered } from './timeline-filter'
import { TimelineList } from './timeline-list'
import { usePause } from './use-pause'

interface TimelineProps {
  readonly session: CartSession
  readonly playhead: Playhead
  /** The version whose event is looked into. */
  readonly selected: number | null
  readonly onSelect: (version: number) => void
  /** Told how the filter is opened. */
  readonly openFilter: RefObject<(() => void) | undefined>
  /** What else the head has. */
  readonly children: ReactNode
}

const TimelineFilter = lazy(async () => ({ default: (await import('./timeline-filter')).TimelineFilter }))
const nothing: readonly string[] = []

/** Every event of the cart, newest first; what comes after the version looked at is shown as still ahead. */
export const Timeline = (props: TimelineProps) => {
  const { session, playhead, selected, openFilter } = props
  const { pending, log, head } = session
  const { history } = log
  const pause = usePause(head)
  const filter = useFilter()
  const [filtered, setFiltered] = useState<Filtered | null>(null)
  const matching = filtered?.versions
  const until = pause.at ?? Number.POSITIVE_INFINITY
  const rows = useMemo(
    () => toRows({ history, pending, matching, until }),
    [history, pending, matching, until],
  )
  const [shown, setShown] = useState<readonly number[]>([])
  useWindows(session, missingWindows(history, shown))
  // A drag over a long cart must not wait for the list.
  const version = useDeferredValue(playhead.version)
  const isLive = useDeferredValue(playhead.isLive)
  const region = useRef<HTMLElement>(null)
  openFilter.current = () => {
    filter.open()
    region.current?.querySelector<HTMLInputElement>('search input')?.focus()
  }
  return (
    <section ref={region} aria-label="Event timeline" className="@container flex h-full min-h-0 flex-col">
      <header className="flex items-end justify-between gap-2 border-line border-b px-4 pt-4 pb-3 sm:pt-5">
        <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
          <h2 className="font-display text-[32px] leading-none tracking-[-0.01em]">Timeline</h2>
          <p className="whitespace-nowrap font-mono text-[13px] tabular-nums">
            {countOf(head + pending.length, 'event')}
          </p>
        </div>
        <div className="-mr-2.5 -mb-1.5 flex shrink-0 items-center">
          {props.children}
          {head > 0 && (
            <>
              <Button
                variant="ghost"
                size="icon"
                aria-label="Filter"
                aria-expanded={filter.isOpen}
                title="Filter"
                onClick={filter.toggle}
                className="aria-expanded:bg-sunken"
              >
                <ListFilter aria-hidden className="size-4" strokeWidth={1.75} />
              </Button>
              <FollowButton pause={pause} />
              {session.cartId && <ExportMenu cartId={session.cartId} />}
            </>
          )}
        </div>
      </header>
      {filter.isOpen && (
        <Suspense fallback={<div className="h-[3.1rem] border-line border-b" />}>
          <TimelineFilter session={session} focused={filter.wasOpenedByHand} onFiltered={setFiltered} />
        </Suspense>
      )}
      {/* Whoever shops hears of the cart itself. */}
      {(session.readOnly || !playhead.isLive) && <LiveAnnouncer key={session.cartId} head={head} />}
      {rows.count > 0 ? (
        <List
          rows={rows}
          list={filtered?.list ?? 'all'}
          version={version}
          isLive={isLive}
          selected={selected}
          marks={filtered?.marks ?? nothing}
          onSeek={playhead.seek}
          onSelect={props.onSelect}
          onShown={setShown}
        />
      ) : filtered ? (
        <NothingMatches />
      ) : (
        <EmptyTimeline />
      )}
    </section>
  )
}

const List = memo(TimelineList)

/** Is the filter open? Where an address brings one it is, and stays so while it is written anew. */
const useFilter = () => {
  const [text, setText] = useQueryState('f')
  const [opened, setOpened] = useState<boolean | null>(null)
  const isOpen = opened ?? text !== null
  useEffect(() => {
    if (opened === null && text !== null) setOpened(true)
    if (opened === false && text !== null) void setText(null)
  }, [opened, text, setText])
  const [isAsked, setIsAsked] = useState(false)
  const set = (to: boolean) => {
    setIsAsked(to)
    setOpened(to)
  }
  return { isOpen, wasOpenedByHand: isAsked, open: () => set(true), toggle: () => set(!isOpen) }
}
