'use client'

import Link from 'next/link'
import { parseAsString, useQueryState } from 'nuqs'
import { useCallback, useDeferredValue, useId, useMemo, useRef, useState } from 'react'
import { useHydrated } from '@/lib/kit/client/page/use-hydrated'
import { useConnection } from '@/lib/kit/client/session/use-connection'
import { useNeedle } from '@/lib/kit/client/story/use-needle'
import { useStoryLog } from '@/lib/kit/client/story/use-story-log'
import { streamKeyOf } from '@/lib/kit/events/stream-name'
import type { Versioned } from '@/lib/kit/streams/stream-type'
import type { StoryEvent, StoryPage } from '@/lib/kit/wire/api-stories'
import type { StreamOpening } from '@/lib/kit/wire/stream-opening'
import { cn } from '../../ui/cn'
import { textLinkStyle } from '../../ui/link-style'
import { sentenceCase } from '../../ui/sentence-case'
import { useByHand } from '../transport/use-by-hand'
import { usePlayback } from '../transport/use-playback'
import { eventPage } from '../view/event-page'
import { type Pane, PaneTabs } from '../viewer/pane-tabs'
import type { KnownTypeOf } from './known-type'
import { LaneChart } from './lane-chart'
import { LanePanel, type LaneSession, UnknownState } from './lane-panel'
import { laneTabId } from './lane-tabs'
import { needleText } from './needle-words'
import { StoryAnnouncer } from './story-announcer'
import { StoryHeading } from './story-heading'
import { StoryList } from './story-list'
import { StoryTransport } from './story-transport'
import { tellStory } from './told-story'

interface StoryViewerProps {
  /** What the page came with: at least one event. */
  readonly opening: StoryPage
  /** Where this part of the story begins; 0 for the first. */
  readonly after: number
  /** The stream of the lane that is looked at first. */
  readonly laneOpening: StreamOpening<Versioned> | undefined
  readonly knownTypeOf: KnownTypeOf
  readonly Session: LaneSession
  /** Where a stream can be looked at on its own. */
  readonly pageOf: (stream: { readonly type: string; readonly id: string }) => string | undefined
  readonly partPage: (after: number) => string
  /** Goes to a page. */
  readonly onOpenPage: (path: string) => void
}

const noTime = () => undefined

/**
 * A story: a lane for each of its streams on one axis of time, one needle over all of them, what happened in words, and the
 * state of the lane one looks at as it was at the needle. Live.
 */
export const StoryViewer = (props: StoryViewerProps) => {
  const { opening, after, laneOpening, knownTypeOf, pageOf, onOpenPage } = props
  const { story: log, link } = useStoryLog(opening, after)
  const connection = useConnection({ hasStream: true, link })
  const story = useMemo(() => tellStory(log.events, knownTypeOf), [log.events, knownTypeOf])
  const needle = useNeedle(log)
  const settled = useDeferredValue(needle)
  const [written, setLane] = useQueryState('lane', parseAsString)
  const [pane, setPane] = useState<Pane>('timeline')
  const panelId = useId()
  const slider = useRef<HTMLInputElement>(null)
  const zone = useHydrated() ? undefined : 'UTC'

  const first = laneOpening && streamKeyOf(laneOpening)
  const lane =
    story.lanes.find(({ key }) => key === written) ??
    story.lanes.find(({ key }) => key === first) ??
    story.lanes[0]
  const select = useCallback((key: string) => void setLane(key), [setLane])

  const nextStop = useRef(undefined)
  const { playing, play, pause } = usePlayback(needle, 'fit', noTime, nextStop)
  const { goTo, scrub, goLive } = useByHand(needle, pause)
  const goToEvent = useCallback(
    (event: StoryEvent) => {
      goTo(log.events.indexOf(event) + 1)
      select(streamKeyOf(event))
    },
    [goTo, select, log.events],
  )
  const returnToNow = () => {
    goLive()
    slider.current?.focus()
  }
  const stream = lane?.stream
  const page = stream && pageOf(stream)
  const openVersion = useCallback(
    (version: number) => {
      if (page) onOpenPage(`${page}?v=${version}`)
    },
    [onOpenPage, page],
  )

  return (
    <>
      <StoryHeading story={log} lanes={story.lanes.length} after={after} partPage={props.partPage} />
      <StoryAnnouncer story={story} />
      <div
        className={cn(
          '@container flex h-[calc(100dvh-var(--header))] min-h-[46rem] flex-col border-line border-y transition-colors duration-wash sm:border-x lg:h-auto lg:min-h-[38rem] lg:flex-1',
          needle.isLive ? 'bg-card' : 'in-past bg-past-wash',
        )}
      >
        {lane && (
          <>
            <PaneTabs title={sentenceCase(lane.told.noun)} pane={pane} onChange={setPane} />
            <div className="grid min-h-0 flex-1 grid-cols-1 lg:grid-cols-[minmax(0,1fr)_minmax(0,25rem)]">
              <div
                id={panelId}
                role="tabpanel"
                aria-labelledby={laneTabId(panelId, lane.key)}
                className={cn('flex min-h-0 flex-col', pane === 'timeline' && 'max-lg:hidden')}
              >
                <p className="flex items-baseline justify-between gap-x-4 px-4 pt-3 text-sm sm:px-6">
                  <span className="min-w-0 truncate text-muted">
                    {`${sentenceCase(lane.told.noun)} `}
                    <span className="font-mono text-xs">{lane.stream.id}</span>
                  </span>
                  {page && (
                    <Link href={page} prefetch={false} className={`${textLinkStyle} shrink-0`}>
                      Its whole record
                    </Link>
                  )}
                </p>
                <div className="min-h-0 flex-1">
                  {knownTypeOf(lane.stream.type) ? (
                    <LanePanel
                      key={lane.key}
                      lane={lane}
                      needle={settled}
                      opening={lane.key === first ? laneOpening : undefined}
                      Session={props.Session}
                      noun={lane.told.noun}
                      onOpenVersion={openVersion}
                    />
                  ) : (
                    <UnknownState noun={lane.told.noun} />
                  )}
                </div>
              </div>
              <section
                aria-label="Events of the story"
                // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
                tabIndex={0}
                className={cn(
                  'scroll-quiet min-h-0 overflow-y-auto border-line -outline-offset-2 lg:border-l',
                  pane === 'state' && 'max-lg:hidden',
                )}
              >
                <StoryList
                  story={story}
                  stop={settled.version}
                  selected={settled.event?.eventId}
                  onGoTo={goToEvent}
                />
              </section>
            </div>
            <div className="flex max-h-[60%] min-h-0 shrink-0 flex-col border-line border-t">
              <StoryTransport
                story={story}
                needle={needle}
                connection={connection}
                playing={playing}
                onToggle={playing ? pause : play}
                onSeek={goTo}
                onReturn={returnToNow}
                onGoTo={goToEvent}
                pageOf={(event) => eventPage(props, event)}
              >
                <div className="scroll-quiet min-h-0 scroll-pb-7 overflow-y-auto border-line border-t pt-2">
                  <LaneChart
                    story={story}
                    needle={needle}
                    hasNow={log.next === null}
                    selected={lane.key}
                    panelId={panelId}
                    valueText={needleText(needle, story, zone)}
                    slider={slider}
                    onSelect={select}
                    onSeek={goTo}
                    onScrub={scrub}
                  />
                </div>
              </StoryTransport>
            </div>
          </>
        )}
      </div>
    </>
  )
}
