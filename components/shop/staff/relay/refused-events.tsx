'use client'

import Link from 'next/link'
import { streamPage } from '@/components/shop/stream-page'
import { Button } from '@/components/ui/button'
import { count, formatCount } from '@/components/ui/format'
import { textLinkStyle } from '@/components/ui/link-style'
import { ShortId } from '@/components/ui/short-id'
import { Time } from '@/components/ui/time'
import type { RelayWaitingEvent } from '@/lib/kit/wire/api-relay'
import { firstLine } from '../first-line'
import { type Steer, useSteer } from './use-steer'

interface RefusedEventsProps {
  readonly events: readonly RelayWaitingEvent[]
  readonly steer: Steer
}

/** What a target refused, why, and what becomes of it. */
export const RefusedEvents = ({ events, steer }: RefusedEventsProps) => (
  <div className="pt-5">
    <h3 className="text-muted text-sm">Refused</h3>
    <ul className="border-line border-t">
      {events.map((event) => (
        <RefusedEvent key={event.position} event={event} steer={steer} />
      ))}
    </ul>
  </div>
)

const RefusedEvent = ({ event, steer }: { readonly event: RelayWaitingEvent; readonly steer: Steer }) => {
  const { position, eventType, streamType, streamId, attempts, error, dueAt, behind } = event
  const { isBusy, run } = useSteer(steer)
  const gone = 'It does not wait any more'
  return (
    <li className="grid gap-x-6 gap-y-2 border-line border-b py-3 md:grid-cols-[1fr_auto] md:items-start">
      <div className="min-w-0">
        <p className="flex flex-wrap items-baseline gap-x-2 text-md">
          <span className="font-mono text-sm tabular-nums">{formatCount(position)}</span>
          <span className="font-mono text-xs">{eventType}</span>
          <Link
            href={streamPage({ type: streamType, id: streamId })}
            prefetch={false}
            className={textLinkStyle}
          >
            {streamType} <ShortId id={streamId} />
          </Link>
        </p>
        <p className="break-words pt-1 text-danger text-sm">{error && firstLine(error)}</p>
        <p className="pt-1 text-muted text-sm">
          {count(attempts + 1, 'try', 'tries')}
          {dueAt ? (
            <>
              , the next <Time iso={dueAt} format="full" />
            </>
          ) : (
            ', parked'
          )}
          {behind > 0 && `; ${count(behind, 'event')} of its stream behind it`}
        </p>
      </div>
      <div className="flex gap-2" aria-busy={isBusy}>
        <Button
          size="sm"
          aria-label={`Try ${eventType} at ${position} again`}
          onClick={() => run({ type: 'retry', position }, { done: 'It is tried again', not: gone })}
        >
          Try again
        </Button>
        <Button
          size="sm"
          variant="danger"
          aria-label={`Give up ${eventType} at ${position}`}
          onClick={() => run({ type: 'giveUp', position }, { done: 'It is never sent', not: gone })}
        >
          Give it up
        </Button>
      </div>
    </li>
  )
}
