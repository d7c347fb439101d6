'use client'

import { memo, useDeferredValue, useMemo } from 'react'
import { count } from '@/components/ui/format'
import type { CartSession } from '@/lib/client/use-cart-session'
import type { Playhead } from '@/lib/client/use-playhead'
import { EmptyTimeline } from './empty-timeline'
import { ExportMenu } from './export-menu'
import { productNames } from './product-names'
import { toRows } from './rows'
import { TimelineList } from './timeline-list'

interface TimelineProps {
  readonly session: CartSession
  readonly playhead: Playhead
}

/** Every event of the cart, newest first; what comes after the version looked at is shown as still ahead. */
export const Timeline = ({ session, playhead }: TimelineProps) => {
  const { events } = session.log.history
  const { pending } = session
  const rows = useMemo(() => toRows(events, pending), [events, pending])
  const names = useMemo(
    () => productNames([...events, ...pending.map(({ event }) => event)]),
    [events, pending],
  )
  // A drag over a long cart must not wait for the list.
  const version = useDeferredValue(playhead.version)
  const isLive = useDeferredValue(playhead.isLive)
  return (
    <section aria-label="Event timeline" className="@container flex h-full min-h-0 flex-col">
      <header className="flex items-baseline justify-between gap-4 border-line border-b px-4 pt-4 pb-3 sm:pt-5">
        <h2 className="font-display text-[32px] leading-none tracking-[-0.01em]">Timeline</h2>
        <div className="-my-2 -mr-3 flex items-center gap-1">
          <p className="pr-2 font-mono text-[13px] tabular-nums">{count(rows.count, 'event')}</p>
          {session.cartId && session.head > 0 && <ExportMenu cartId={session.cartId} />}
        </div>
      </header>
      {rows.count === 0 ? (
        <EmptyTimeline />
      ) : (
        <List rows={rows} names={names} version={version} isLive={isLive} onSeek={playhead.seek} />
      )}
    </section>
  )
}

const List = memo(TimelineList)
