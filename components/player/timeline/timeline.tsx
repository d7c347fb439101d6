'use client'

import { ListFilter } from 'lucide-react'
import { useQueryState } from 'nuqs'
import {
  lazy,
  memo,
  type ReactNode,
  type RefObject,
  Suspense,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { count as countOf } from '@/components/ui/format'
import { useDeskKeys } from '@/lib/kit/client/keys/use-desk-keys'
import type { Playhead } from '@/lib/kit/client/playhead/use-playhead'
import type { StreamSession } from '@/lib/kit/client/session/stream-session'
import { useWindows } from '@/lib/kit/client/stream-log/use-window'
import type { HistoryFilter } from '@/lib/kit/wire/event-filter/event-filter'
import { Button } from '../../ui/button'
import { untilThere } from '../../ui/until-there'
import { useStreamView } from '../view/use-stream-view'
import { fetchViewPart } from '../view/view-parts'
import { EmptyTimeline } from './empty-timeline'
import { ExportMenu } from './export-menu'
import { FoldButton } from './fold-button'
import { FollowButton } from './follow-button'
import { NothingMatches } from './nothing-matches'
import { missingWindows, toRows } from './rows'
import type { Filtered } from './timeline-filter'
import { TimelineList } from './timeline-list'
import { useFold } from './use-fold'
import { usePause } from './use-pause'

interface TimelineProps {
  readonly session: StreamSession
  readonly playhead: Playhead
  /** The version whose event is looked into. */
  readonly selected: number | null
  readonly onSeek: (version: number) => void
  readonly onSelect: (version: number) => void
  /** Told how the filter is opened. */
  readonly openFilter: RefObject<(() => void) | undefined>
  /** What else the head has. */
  readonly children: ReactNode
}

const TimelineFilter = lazy(async () => ({
  default: (await untilThere(() => import('./timeline-filter'))).TimelineFilter,
}))
const LiveAnnouncer = lazy(async () => ({
  default: (await untilThere(() => import('./live-announcer'))).LiveAnnouncer,
}))
const FindRuns = lazy(async () => ({ default: (await untilThere(() => import('./find-runs'))).FindRuns }))
const nothing: readonly string[] = []
const everything: HistoryFilter = []

/** Every event of the stream, newest first; what comes after the version looked at is shown as still ahead. */
export const Timeline = (props: TimelineProps) => {
  const { session, playhead, selected, openFilter } = props
  const { pending, log, head } = session
  const { subjects } = session.type
  const { history } = log
  const view = useStreamView()
  const pause = usePause(session.streamId, head)
  const filter = useFilter()
  const [filtered, setFiltered] = useState<Filtered | null>(null)
  const matching = filtered?.versions
  const until = pause.at ?? Number.POSITIVE_INFINITY
  const fold = useFold(session.streamId, filtered?.filter ?? everything)
  const { folding } = fold
  useDeskKeys({ fold: head > 0 ? fold.toggle : undefined })
  const rows = useMemo(
    () => toRows({ view, subjects, history, pending, matching, folding, until }),
    [view, subjects, history, pending, matching, folding, until],
  )
  const [shown, setShown] = useState<readonly number[]>([])
  useWindows(session, missingWindows(history, shown))
  const { version, isLive } = playhead
  // Beside the filter that needs it, not after.
  if (filter.isOpen) void fetchViewPart(view.loadSearchView)
  const region = useRef<HTMLElement>(null)
  openFilter.current = () => {
    filter.open()
    region.current?.querySelector<HTMLInputElement>('search input')?.focus()
  }
  return (
    <section
      ref={region}
      aria-label="Event timeline"
      className="@container flex h-full min-h-0 flex-col contain-strict"
    >
      <header>
        <div className="flex items-baseline justify-between gap-3 px-4 pt-4 pb-3 sm:pt-5">
          <h2 className="title">Timeline</h2>
          <p className="whitespace-nowrap font-mono text-sm tabular-nums">
            {countOf(head + pending.length, 'event')}
          </p>
        </div>
        <div className="flex min-h-9 items-center border-line border-y px-1.5">
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
              <FoldButton isOn={fold.isOn} onToggle={fold.toggle} />
              <FollowButton pause={pause} />
            </>
          )}
          <span className="ml-auto" />
          {head > 0 && session.streamId && (
            <ExportMenu streamId={session.streamId} head={head} filtered={filtered ?? undefined} />
          )}
          {props.children}
        </div>
      </header>
      {filter.isOpen && (
        <Suspense fallback={<div className="h-[3.1rem] border-line border-b" />}>
          <TimelineFilter session={session} focused={filter.wasOpenedByHand} onFiltered={setFiltered} />
        </Suspense>
      )}
      {fold.isOn && (
        <Suspense>
          <FindRuns
            key={session.streamId}
            session={session}
            filter={filtered?.filter ?? everything}
            onFound={fold.setFound}
          />
        </Suspense>
      )}
      {/* Who acts on it hears of its state itself. */}
      {(session.readOnly || !playhead.isLive) && (
        <Suspense>
          <LiveAnnouncer key={session.streamId} head={head} />
        </Suspense>
      )}
      {rows.count > 0 ? (
        <List
          rows={rows}
          list={filtered?.list ?? 'all'}
          isFolded={folding !== undefined}
          version={version}
          isLive={isLive}
          selected={selected}
          marks={filtered?.marks ?? nothing}
          onSeek={props.onSeek}
          onSelect={props.onSelect}
          onToggleRun={fold.toggleRun}
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
