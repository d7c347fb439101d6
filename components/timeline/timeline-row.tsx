'use client'

import { ChevronDown } from 'lucide-react'
import { cn } from '@/components/ui/cn'
import { Time } from '@/components/ui/time'
import { EventDetails } from './event-details'
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
  readonly onSeek: () => void
  readonly onToggle: () => void
}

/** One event: its version (which seeks), what happened (which opens), and when. */
export const TimelineRow = ({ row, names, stage, current, isLive, open, ...rest }: TimelineRowProps) => {
  const { version, event, recorded } = row
  const detailsId = `event-${version}`
  const looked = current && !isLive
  return (
    <div
      className={cn(
        'grid grid-cols-[3.5rem_1fr] transition-opacity duration-300 starting:opacity-0',
        looked && 'bg-past-wash shadow-[inset_3px_0_0_var(--past)]',
      )}
    >
      <button
        type="button"
        data-part="seek"
        aria-label={`Go to version ${version}`}
        tabIndex={rest.tabIndex}
        disabled={!recorded}
        onClick={rest.onSeek}
        className={cn(
          'pr-3 text-right font-mono text-[13px] tabular-nums -outline-offset-2',
          recorded ? 'hover:underline' : 'cursor-default',
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
        onClick={rest.onToggle}
        className={cn(
          'group/open grid min-h-14 grid-cols-[auto_1fr_auto_1rem] items-center gap-x-3 py-2 pr-3 text-left -outline-offset-2',
          !recorded && 'cursor-default',
        )}
      >
        <KindMark type={event.type} stage={stage} />
        <span className="min-w-0">
          <span
            className={cn('block text-sm leading-snug wrap-anywhere', stage !== 'happened' && 'text-muted')}
          >
            {sentence(event, names)}
          </span>
          <span className="block font-mono text-[11.5px] text-muted leading-relaxed">
            {event.type}
            {recorded && ` · ${actorOf(recorded.metadata.actor)}`}
            {stage === 'ahead' && <span className="sr-only"> · not yet at this version</span>}
          </span>
        </span>
        <span className="max-w-24 text-right font-mono text-[12px] text-muted tabular-nums leading-snug">
          {recorded ? <Time iso={row.at} format={rest.beginsDay ? 'full' : 'clock'} /> : 'pending'}
        </span>
        <ChevronDown
          aria-hidden
          className={cn(
            'size-4 text-muted opacity-40 transition-[rotate,opacity] group-hover/open:opacity-100',
            open && 'rotate-180 opacity-100',
            !recorded && 'invisible',
          )}
        />
      </button>
      {open && recorded && <EventDetails id={detailsId} event={recorded} onSeek={rest.onSeek} />}
    </div>
  )
}

/** Guests, customers and staff are told by their kind; what isn't a person, by its name too. */
const actorOf = ({ kind, id }: { readonly kind: string; readonly id: string }): string =>
  kind === 'import' || kind === 'system' ? `${kind} ${id}` : kind
