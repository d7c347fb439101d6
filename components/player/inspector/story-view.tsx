'use client'

import Link from 'next/link'
import { useState } from 'react'
import type { RecordedEvent } from '@/lib/kit/events/recorded-event'
import { streamKeyOf } from '@/lib/kit/events/stream-name'
import type { StoryPage } from '@/lib/kit/wire/api-stories'
import { Button } from '../../ui/button'
import { count } from '../../ui/format'
import { textLinkStyle } from '../../ui/link-style'
import { Skeleton } from '../../ui/skeleton'
import { useStreamView } from '../view/use-stream-view'
import { ScrollPane } from './scroll-pane'
import { StoryTree } from './story-tree'
import { useStory } from './use-story'
import { walkKeys } from './walk-keys'

interface StoryViewProps {
  readonly event: RecordedEvent
  readonly onSelect: (version: number) => void
}

/** What belongs together with the event: which commands and events led to which, across streams. */
export const StoryView = ({ event, onSelect }: StoryViewProps) => {
  const [after, setAfter] = useState(0)
  const { data: story, isError, refetch } = useStory(event.metadata.correlationId, after)
  if (isError) return <Failed onRetry={refetch} />
  if (!story) return <Loading />
  return (
    <ScrollPane label="Story of the event" onKeyDown={walkKeys}>
      <p className="flex flex-wrap items-baseline justify-between gap-x-4 pb-2 text-xs text-muted">
        {extentOf(story, after)}
        <LanesLink event={event} />
      </p>
      <StoryTree story={story} selected={event} onSelect={onSelect} />
      <Pages story={story} after={after} event={event} onTurn={setAfter} />
    </ScrollPane>
  )
}

/** Leads to the whole story, where it has a page: a lane for each stream, with the needle at the event. */
const LanesLink = ({ event: { metadata, position } }: Pick<StoryViewProps, 'event'>) => {
  const page = useStreamView().storyPageOf(metadata.correlationId)
  if (!page) return null
  return (
    <Link href={`${page}?at=${position}`} prefetch={false} className={`${textLinkStyle} text-ink text-sm`}>
      Open the story
    </Link>
  )
}

const extentOf = ({ events, next }: StoryPage, after: number): string => {
  const streams = new Set(events.map(streamKeyOf)).size
  const isWhole = after === 0 && next === null
  return `${isWhole ? '' : 'On this page: '}${count(events.length, 'event')} in ${count(streams, 'stream')}`
}

interface PagesProps {
  readonly story: StoryPage
  readonly after: number
  readonly event: RecordedEvent
  readonly onTurn: (after: number) => void
}

/** A long story is read from its beginning, or from the event on. */
const Pages = ({ story: { events, next }, after, event, onTurn }: PagesProps) => {
  const isThere = events.some(({ eventId }) => eventId === event.eventId)
  return (
    <div className="flex flex-wrap gap-2 pt-3 empty:hidden">
      {after > 0 && (
        <Button size="sm" onClick={() => onTurn(0)}>
          From the beginning
        </Button>
      )}
      {!isThere && (
        <Button size="sm" onClick={() => onTurn(event.position - 1)}>
          From this event on
        </Button>
      )}
      {next !== null && (
        <Button size="sm" onClick={() => onTurn(next)}>
          What comes next
        </Button>
      )}
    </div>
  )
}

const Failed = ({ onRetry }: { readonly onRetry: () => void }) => (
  <div role="alert" className="px-4 py-4 text-md sm:px-6">
    <p className="pb-2">The story could not be loaded.</p>
    <Button size="sm" onClick={() => onRetry()}>
      Try again
    </Button>
  </div>
)

const Loading = () => (
  <div role="status" aria-label="Loading the story" className="space-y-3 px-4 py-4 sm:px-6">
    <Skeleton className="h-4 w-1/3" />
    <Skeleton className="h-28 w-full" />
  </div>
)
