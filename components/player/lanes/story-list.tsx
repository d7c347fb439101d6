'use client'

import { memo, useEffect, useRef } from 'react'
import type { StoryEvent } from '@/lib/kit/wire/api-stories'
import { cn } from '../../ui/cn'
import { ShortId } from '../../ui/short-id'
import { Time } from '../../ui/time'
import { spanWords } from '../timeline/span-words'
import { scrollWithin } from './scroll-within'
import type { ToldStory } from './told-story'

interface StoryListProps {
  readonly story: ToldStory
  /** The needle's stop: events after it are still ahead. */
  readonly stop: number
  /** The id of the event that the needle stands at. */
  readonly selected: string | undefined
  readonly onGoTo: (event: StoryEvent) => void
}

/** Longer than this is said between two events. */
const idleMs = 60_000

/** The story in words, in the log's order. */
export const StoryList = memo(({ story, stop, selected, onGoTo }: StoryListProps) => {
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    if (selected) scrollWithin(list.current?.querySelector('[aria-current]'))
  }, [selected])
  return (
    <ol ref={list} aria-label="Events of the story, oldest first" className="divide-y divide-line">
      {story.events.map((event, index) => (
        <li key={event.eventId} className="relative">
          <Waited from={story.events[index - 1]} to={event} />
          <EventRow
            story={story}
            event={event}
            isAhead={index >= stop}
            isSelected={event.eventId === selected}
            onGoTo={onGoTo}
          />
        </li>
      ))}
    </ol>
  )
})

interface WaitedProps {
  readonly from: StoryEvent | undefined
  readonly to: StoryEvent
}

/** How long nothing of the story happened, on the rule above an event. */
const Waited = ({ from, to }: WaitedProps) => {
  const ms = from ? Date.parse(to.occurredAt) - Date.parse(from.occurredAt) : 0
  if (ms <= idleMs) return null
  return (
    <span className="absolute top-0 right-3 z-10 -translate-y-1/2 bg-(--ground) pl-2 font-mono text-2xs text-muted leading-none">
      {`${spanWords(ms)} later`}
      <span className="sr-only">: </span>
    </span>
  )
}

interface EventRowProps {
  readonly story: ToldStory
  readonly event: StoryEvent
  readonly isAhead: boolean
  readonly isSelected: boolean
  readonly onGoTo: (event: StoryEvent) => void
}

const EventRow = ({ story, event, isAhead, isSelected, onGoTo }: EventRowProps) => {
  const { told, stream } = story.laneOf(event)
  const { icon: Icon, shape, color } = told.kindOf(event)
  const cause = story.causeOf(event)
  return (
    <button
      type="button"
      aria-current={isSelected || undefined}
      onClick={() => onGoTo(event)}
      className="grid w-full grid-cols-[auto_minmax(0,1fr)_auto] gap-x-3 px-4 py-2.5 text-left -outline-offset-2 hover:bg-sunken aria-[current]:bg-edge/15"
    >
      <span
        aria-hidden
        className={cn(
          'mt-px grid size-6 place-items-center border',
          shape,
          color,
          isAhead ? 'border-current/35 border-dashed' : 'border-current',
        )}
      >
        <Icon className="size-3.5" strokeWidth={2.25} />
      </span>
      <span className="min-w-0">
        <span
          className={cn('wrap-anywhere block text-md', isAhead && 'text-muted', isSelected && 'font-medium')}
        >
          {told.sentenceOf(event)}
          {isAhead && <span className="sr-only"> (not yet at the needle)</span>}
        </span>
        <span className="flex min-w-0 items-baseline gap-x-1 text-muted text-xs">
          <span className="shrink-0">{told.noun}</span>
          <span className="min-w-0 truncate">
            <ShortId id={stream.id} />
          </span>
          <span className="shrink-0">{`version ${event.version}`}</span>
        </span>
        {cause && (
          <span className="block truncate text-muted text-xs">
            {`Because of: ${story.laneOf(cause).told.sentenceOf(cause)}`}
          </span>
        )}
      </span>
      <Time iso={event.occurredAt} className="pt-0.5 font-mono text-muted text-xs tabular-nums" />
    </button>
  )
}
