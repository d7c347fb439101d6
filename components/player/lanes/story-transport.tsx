'use client'

import Link from 'next/link'
import type { ReactNode } from 'react'
import type { Connection } from '@/lib/kit/client/connection/connection'
import type { Needle } from '@/lib/kit/client/story/use-needle'
import type { StoryEvent } from '@/lib/kit/wire/api-stories'
import { textLinkStyle } from '../../ui/link-style'
import { Time } from '../../ui/time'
import { beganWith } from '../inspector/story-graph'
import { causeWords } from '../inspector/story-words'
import { LiveState } from '../transport/live-state'
import { TransportKeys } from '../transport/transport-keys'
import { actorWords } from '../view/actor-words'
import { needlePlace } from './needle-words'
import type { ToldStory } from './told-story'

interface StoryTransportProps {
  readonly story: ToldStory
  readonly needle: Needle
  readonly connection: Connection
  readonly playing: boolean
  readonly onToggle: () => void
  readonly onSeek: (stop: number) => void
  readonly onReturn: () => void
  /** Goes to an event. */
  readonly onGoTo: (event: StoryEvent) => void
  /** Where an event can be looked into; undefined where there is no such page. */
  readonly pageOf: (event: StoryEvent) => string | undefined
  readonly children: ReactNode
}

/** The keys that move the needle over all lanes, and what it stands at. */
export const StoryTransport = (props: StoryTransportProps) => {
  const { story, needle } = props
  const { version, head, isLive } = needle
  return (
    <section aria-label="Player" className="@container flex min-h-0 flex-col">
      <div className="@container px-4 py-3 sm:px-6">
        <div className="grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-5 gap-y-2 [grid-template-areas:'keys_live'_'text_text'] @[40rem]:grid-cols-[auto_minmax(0,1fr)_auto] @[40rem]:[grid-template-areas:'keys_text_live']">
          <TransportKeys
            version={version}
            head={head}
            playing={props.playing}
            onToggle={props.onToggle}
            onGoTo={props.onSeek}
          />
          <div className="min-h-28 min-w-0 @[40rem]:min-h-16 [grid-area:text]">
            <p className="whitespace-nowrap font-display text-3xl leading-none tabular-nums">
              {needlePlace(needle, story)}
            </p>
            <AtNeedle {...props} />
          </div>
          {(isLive || head > story.events.length) && (
            <LiveState
              isLive={isLive}
              unseen={needle.unseen}
              connection={props.connection}
              onReturn={props.onReturn}
            />
          )}
        </div>
      </div>
      {props.children}
    </section>
  )
}

/** The event that the needle stands at, what caused it, and the way into it. */
const AtNeedle = ({ story, needle, onGoTo, pageOf }: StoryTransportProps) => {
  const { event } = needle
  if (!event) {
    const words = needle.isLive
      ? 'Each stream as it stands'
      : 'Each stream as it stood before the story began'
    return <p className="mt-1 text-sm text-muted">{words}</p>
  }
  const page = pageOf(event)
  const cause = story.causeOf(event)
  const sentence = story.laneOf(event).told.sentenceOf(event)
  return (
    <>
      <p className="mt-1 flex flex-wrap items-baseline gap-x-2 text-sm">
        <span className="max-w-full truncate" title={sentence}>
          {sentence}
        </span>
        <Time iso={event.occurredAt} format="full" className="font-mono text-muted text-xs" />
        <span className="text-muted">{`by ${actorWords(event.actor)}`}</span>
      </p>
      <p className="flex flex-wrap gap-x-4 text-sm text-muted">
        {cause ? (
          <button
            type="button"
            onClick={() => onGoTo(cause)}
            className={`${textLinkStyle} min-h-6 text-left`}
          >
            {`Because of: ${story.laneOf(cause).told.sentenceOf(cause)}`}
          </button>
        ) : (
          <span className="leading-6">{`Began with: ${causeWords(beganWith(event))}`}</span>
        )}
        {page && (
          <Link href={page} prefetch={false} className={`${textLinkStyle} leading-6`}>
            Look into it
          </Link>
        )}
      </p>
    </>
  )
}
