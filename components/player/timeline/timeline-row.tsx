'use client'

import { PanelRightOpen } from 'lucide-react'
import { memo } from 'react'
import { cn } from '@/components/ui/cn'
import type { Actor, DomainEvent } from '@/lib/kit/events/recorded-event'
import { Time } from '../../ui/time'
import { actorWords } from '../view/actor-words'
import { GapMark } from './gap-mark'
import { type EventStage, KindMark } from './kind-mark'
import { Marked } from './marked'
import { rowLook, seekLook } from './row-look'

interface TimelineRowProps {
  readonly version: number
  /** Undefined while it is being asked for. */
  readonly event: DomainEvent | undefined
  readonly text: string
  readonly at: string | undefined
  readonly actor: Actor | undefined
  readonly stage: EventStage
  /** The version looked at is this row's. */
  readonly current: boolean
  readonly isLive: boolean
  readonly selected: boolean
  /** One of an open run's. */
  readonly inRun: boolean
  /** How long nothing happened before, in milliseconds. */
  readonly idle: number | undefined
  readonly marks: readonly string[]
  /** The first event of its day tells the day, too. */
  readonly beginsDay: boolean
  readonly tabIndex: 0 | -1
  readonly onSeek: (version: number) => void
  readonly onSelect: (version: number) => void
}

/** One for all rows: they look the same, and are drawn often. */
const opener = (
  <PanelRightOpen
    aria-hidden
    strokeWidth={1.75}
    className="size-4 self-center text-muted opacity-0 transition-opacity group-disabled/open:invisible group-hover/open:opacity-100 group-focus-visible/open:opacity-100 group-aria-expanded/open:text-ink group-aria-expanded/open:opacity-100 pointer-coarse:opacity-50"
  />
)

/** One event: its version (which seeks), what happened (which opens), and when. */
export const TimelineRow = memo((props: TimelineRowProps) => {
  const { version, event, text, at, actor, stage, current, isLive, selected, tabIndex } = props
  const looked = current && !isLive
  const isThere = event !== undefined && stage !== 'pending'
  return (
    <div className={rowLook({ selected, looked, inRun: props.inRun })}>
      <button
        type="button"
        data-part="seek"
        aria-label={`Go to version ${version}`}
        tabIndex={tabIndex}
        disabled={stage === 'pending'}
        onClick={() => props.onSeek(version)}
        className={seekLook({ version, looked, live: current && isLive, pending: stage === 'pending' })}
      >
        {version}
      </button>
      <button
        type="button"
        data-part="open"
        aria-haspopup="dialog"
        aria-expanded={selected}
        tabIndex={tabIndex}
        disabled={!isThere}
        onClick={() => props.onSelect(version)}
        className="group/open grid min-w-0 grid-cols-[auto_1fr_auto] items-stretch gap-x-3 pr-3 text-left -outline-offset-2 disabled:cursor-default @[28rem]:grid-cols-[auto_1fr_auto_auto]"
      >
        {event ? <KindMark type={event.type} stage={stage} /> : <span aria-hidden className="w-6" />}
        {event ? (
          <span className="min-w-0 self-center">
            <span
              title={text}
              className={cn('block truncate text-md leading-snug', stage !== 'happened' && 'text-muted')}
            >
              <Marked text={text} marks={props.marks} />
            </span>
            <span className="flex gap-x-1.5 overflow-hidden whitespace-nowrap text-xs text-muted leading-relaxed">
              <span className="shrink-0 @[28rem]:hidden">
                <When at={at} stage={stage} withDay={props.beginsDay} />
              </span>
              <span className="truncate font-mono text-xs">{event.type}</span>
              {actor && <span className="shrink-9999 truncate">{actorWords(actor)}</span>}
              {stage === 'ahead' && <span className="sr-only">not yet at this version</span>}
            </span>
          </span>
        ) : (
          <span className="self-center">
            <span className="sr-only">Being fetched</span>
            <span aria-hidden className="block h-2.5 w-2/3 rounded-full bg-edge/20" />
            <span aria-hidden className="mt-2 block h-2 w-1/3 rounded-full bg-edge/15" />
          </span>
        )}
        <span className="hidden max-w-24 self-center text-right text-muted leading-snug @[28rem]:block">
          <When at={at} stage={stage} withDay={props.beginsDay} />
        </span>
        {opener}
        {props.idle !== undefined && <GapMark ms={props.idle} />}
      </button>
    </div>
  )
})

interface WhenProps {
  readonly at: string | undefined
  readonly stage: EventStage
  readonly withDay: boolean
}

/** When it happened, or that it is on its way. */
const When = ({ at, stage, withDay }: WhenProps) => {
  if (stage === 'pending') return <span className="font-mono text-xs">pending</span>
  return (
    at && <Time iso={at} format={withDay ? 'full' : 'clock'} className="font-mono text-xs tabular-nums" />
  )
}
