'use client'

import { ChevronDown } from 'lucide-react'
import { memo } from 'react'
import { cn } from '@/components/ui/cn'
import { EventDetails } from './event-details'
import { EventTime } from './event-time'
import { KindMark, type Stage } from './kind-mark'
import type { ProductNames } from './product-names'
import type { Row } from './rows'
import { sentence } from './sentence'

interface TimelineRowProps {
  readonly row: Row
  readonly names: ProductNames
  readonly stage: Stage
  /** The version looked at is this row's. */
  readonly current: boolean
  readonly isLive: boolean
  readonly open: boolean
  /** The first event of its day tells the day, too. */
  readonly beginsDay: boolean
  readonly tabIndex: 0 | -1
  readonly onSeek: (version: number) => void
  readonly onToggle: (version: number) => void
}

/** One event: its version (which seeks), what happened (which opens), and when. */
export const TimelineRow = memo(({ row, names, stage, current, isLive, open, ...rest }: TimelineRowProps) => {
  const { version, event, recorded } = row
  const detailsId = `event-${version}`
  const looked = current && !isLive
  const time = <EventTime row={row} withDay={rest.beginsDay} />
  return (
    <div
      className={cn(
        'grid grid-cols-[3.25rem_1fr]',
        looked && 'bg-past/10 shadow-[inset_3px_0_0_var(--past)]',
      )}
    >
      <button
        type="button"
        data-part="seek"
        aria-label={`Go to version ${version}`}
        tabIndex={rest.tabIndex}
        disabled={!recorded}
        onClick={() => rest.onSeek(version)}
        className={cn(
          'pr-2.5 text-right font-mono text-[13px] tabular-nums underline decoration-transparent underline-offset-4 -outline-offset-2',
          recorded ? 'hover:decoration-current' : 'cursor-default',
          looked ? 'font-semibold text-past' : 'text-muted',
          current && isLive && 'font-semibold text-accent',
        )}
      >
        {version}
      </button>
      <button
        type="button"
        data-part="open"
        aria-expanded={open}
        aria-controls={open ? detailsId : undefined}
        tabIndex={rest.tabIndex}
        disabled={!recorded}
        onClick={() => rest.onToggle(version)}
        className="group/open grid min-h-14 grid-cols-[auto_1fr_auto] items-stretch gap-x-3 pr-3 text-left -outline-offset-2 disabled:cursor-default @[28rem]:grid-cols-[auto_1fr_auto_auto]"
      >
        <KindMark type={event.type} stage={stage} />
        <span className="min-w-0 self-center py-2">
          <span
            className={cn(
              'block text-pretty text-sm leading-snug wrap-anywhere',
              stage !== 'happened' && 'text-muted',
            )}
          >
            {sentence(event, names)}
          </span>
          <span className="flex flex-wrap gap-x-1.5 text-[12px] text-muted leading-relaxed">
            <span className="@[28rem]:hidden">{time}</span>
            <span className="font-mono text-[11.5px]">{event.type}</span>
            {recorded && <span className="wrap-anywhere">{actorOf(recorded.metadata.actor)}</span>}
            {stage === 'ahead' && <span className="sr-only">not yet at this version</span>}
          </span>
        </span>
        <span className="hidden max-w-24 self-center text-right text-muted leading-snug @[28rem]:block">
          {time}
        </span>
        <ChevronDown
          aria-hidden
          className={cn(
            'size-4 self-center text-muted opacity-50 transition-[rotate,opacity] group-hover/open:opacity-100',
            open && 'rotate-180 opacity-100',
            !recorded && 'invisible',
          )}
        />
      </button>
      {open && recorded && <EventDetails id={detailsId} event={recorded} onSeek={rest.onSeek} />}
    </div>
  )
})

/** Guests, customers and staff are told by their kind; what isn't a person, by its name too. */
const actorOf = ({ kind, id }: { readonly kind: string; readonly id: string }): string =>
  kind === 'import' || kind === 'system' ? `${kind} ${id}` : kind
