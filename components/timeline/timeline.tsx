'use client'

import { memo, type ReactNode, useDeferredValue, useEffect, useMemo, useState } from 'react'
import { count as countOf } from '@/components/ui/format'
import type { CartSession } from '@/lib/client/use-cart-session'
import type { Playhead } from '@/lib/client/use-playhead'
import type { Selection } from '@/lib/client/use-selection'
import { EmptyTimeline } from './empty-timeline'
import { ExportMenu } from './export-menu'
import { FollowButton } from './follow-button'
import { missingWindows, toRows } from './rows'
import { TimelineList } from './timeline-list'
import { usePause } from './use-pause'

interface TimelineProps {
  readonly session: CartSession
  readonly playhead: Playhead
  readonly selection: Selection
}

const nothing: readonly string[] = []

/** Every event of the cart, newest first; what comes after the version looked at is shown as still ahead. */
export const Timeline = ({ session, playhead, selection }: TimelineProps) => {
  const { pending, log, wishWindow } = session
  const { history } = log
  const pause = usePause(session.head)
  const until = pause.at ?? Number.POSITIVE_INFINITY
  const rows = useMemo(() => toRows({ history, pending, until }), [history, pending, until])
  const [shown, setShown] = useState<readonly number[]>([])
  const missing = missingWindows(history, shown).join(' ')
  useEffect(() => {
    if (missing === '') return
    const withdrawals = missing.split(' ').map((from) => wishWindow(Number(from)))
    return () => {
      for (const withdraw of withdrawals) withdraw()
    }
  }, [missing, wishWindow])
  // A drag over a long cart must not wait for the list.
  const version = useDeferredValue(playhead.version)
  const isLive = useDeferredValue(playhead.isLive)
  return (
    <section aria-label="Event timeline" className="@container flex h-full min-h-0 flex-col">
      <Header session={session} count={rows.count}>
        {session.head > 0 && <FollowButton pause={pause} />}
      </Header>
      {rows.count === 0 ? (
        <EmptyTimeline />
      ) : (
        <List
          rows={rows}
          list="all"
          version={version}
          isLive={isLive}
          selected={selection.version}
          marks={nothing}
          onSeek={playhead.seek}
          onSelect={selection.select}
          onShown={setShown}
        />
      )}
    </section>
  )
}

const List = memo(TimelineList)

interface HeaderProps {
  readonly session: CartSession
  readonly count: number
  readonly children: ReactNode
}

const Header = ({ session, count, children }: HeaderProps) => (
  <header className="flex items-baseline justify-between gap-4 border-line border-b px-4 pt-4 pb-3 sm:pt-5">
    <h2 className="font-display text-[32px] leading-none tracking-[-0.01em]">Timeline</h2>
    <div className="-my-2 -mr-3 flex items-center gap-1">
      <p className="pr-2 font-mono text-[13px] tabular-nums">{countOf(count, 'event')}</p>
      {children}
      {session.cartId && session.head > 0 && <ExportMenu cartId={session.cartId} />}
    </div>
  </header>
)
