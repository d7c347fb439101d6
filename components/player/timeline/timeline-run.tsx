'use client'

import { ChevronRight } from 'lucide-react'
import { memo } from 'react'
import { cn } from '@/components/ui/cn'
import { formatCount } from '../../ui/format'
import { Time } from '../../ui/time'
import { GapMark } from './gap-mark'
import { type EventStage, KindMark } from './kind-mark'
import type { RunRow } from './row'
import { rowLook, seekLook } from './row-look'
import { spanWords } from './span-words'

interface TimelineRunProps {
  readonly row: RunRow
  readonly stage: EventStage
  /** The version looked at is in this run, and its own row isn't shown. */
  readonly current: boolean
  readonly isLive: boolean
  /** The event looked into is in this run, and its own row isn't shown. */
  readonly selected: boolean
  /** How long nothing happened before, in milliseconds. */
  readonly idle: number | undefined
  readonly beginsDay: boolean
  readonly tabIndex: 0 | -1
  readonly onSeek: (version: number) => void
  readonly onToggle: (first: number) => void
}

/** A run of events: its last version (which seeks), what happened how often (which opens and shuts it), and when. */
export const TimelineRun = memo((props: TimelineRunProps) => {
  const { row, stage, current, isLive, selected, tabIndex } = props
  const { first, version, event, text, at, since, isOpen } = row
  const looked = current && !isLive
  return (
    <div className={rowLook({ selected, looked })}>
      <button
        type="button"
        data-part="seek"
        aria-label={`Go to version ${version}`}
        tabIndex={tabIndex}
        onClick={() => props.onSeek(version)}
        className={seekLook({ version, looked, live: current && isLive, pending: false })}
      >
        {version}
      </button>
      <button
        type="button"
        data-part="open"
        aria-expanded={isOpen}
        tabIndex={tabIndex}
        onClick={() => props.onToggle(first)}
        className="grid min-w-0 grid-cols-[auto_1fr_auto] items-stretch gap-x-3 pr-3 text-left -outline-offset-2 @[28rem]:grid-cols-[auto_1fr_auto_auto]"
      >
        {event ? <KindMark type={event.type} stage={stage} many /> : <span aria-hidden className="w-6" />}
        <span className="min-w-0 self-center">
          <span
            title={text}
            className={cn('block truncate font-medium text-md', stage !== 'happened' && 'text-muted')}
          >
            {text || `${formatCount(row.count)} events`}
          </span>
          <span className="flex gap-x-1.5 overflow-hidden whitespace-nowrap text-xs text-muted leading-relaxed">
            <span className="shrink-0 @[28rem]:hidden">
              <RunTime {...props} />
            </span>
            <span className="font-mono text-xs">
              <span className="sr-only">versions </span>
              {`${first}–${version}`}
            </span>
            {at && since && <span>{`in ${spanWords(Date.parse(at) - Date.parse(since))}`}</span>}
            {stage === 'ahead' && <span className="sr-only">not yet at this version</span>}
          </span>
        </span>
        <span className="hidden max-w-24 self-center text-right text-muted leading-snug @[28rem]:block">
          <RunTime {...props} />
        </span>
        <ChevronRight
          aria-hidden
          strokeWidth={1.75}
          className={cn('size-4 self-center text-muted transition-transform', isOpen && 'rotate-90')}
        />
        {props.idle !== undefined && <GapMark ms={props.idle} />}
      </button>
    </div>
  )
})

/** When its last event was. */
const RunTime = ({ row: { at }, beginsDay }: Pick<TimelineRunProps, 'row' | 'beginsDay'>) =>
  at && <Time iso={at} format={beginsDay ? 'full' : 'clock'} className="font-mono text-xs tabular-nums" />
