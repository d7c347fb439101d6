'use client'

import { memo } from 'react'
import type { StreamSession } from '@/lib/kit/client/session/stream-session'
import type { AccountEvent } from '@/lib/shop/account/events'
import { type AccountState, availableIn, heldIn } from '@/lib/shop/account/state'
import { Why } from '../../player/compare/why'
import type { PanelProps } from '../../player/view/stream-view'
import { Moment } from '../../player/viewer/moment'
import { count } from '../../ui/format'
import { formatMoney } from '../money-format'
import { statusNames } from './status-names'

type AccountPanelProps = PanelProps<AccountState, StreamSession<AccountState, AccountEvent>>

/** An account at the moment the playhead is at: what it comes to, whose it is and how it stands. */
export const AccountPanel = memo(({ session, playhead }: AccountPanelProps) => {
  const { shown, version, isLoading } = playhead
  return (
    <section
      aria-label="Account"
      aria-busy={isLoading || undefined}
      className="flex h-full min-h-0 flex-col overflow-y-auto px-4 py-4 contain-strict sm:px-6 sm:py-5 [&[aria-busy]>:not(header)]:opacity-40"
    >
      <header>
        <h2 className="title">Store credit</h2>
        <div className="pt-2 text-sm text-muted">
          <Moment session={session} playhead={playhead} />
        </div>
      </header>
      <div className="flex flex-wrap items-baseline gap-x-2 pt-8 pb-6">
        <span className="font-display text-[clamp(3rem,2.5rem+3vw,4.5rem)] leading-none tabular-nums">
          {formatMoney(shown.balance)}
        </span>
        {version > 0 && (
          <Why
            what="the balance"
            select={({ balance }: AccountState) => balance.amount}
            words={(amount) => formatMoney({ amount, currency: shown.balance.currency })}
          />
        )}
      </div>
      <dl className="divide-y divide-line border-line border-y text-md [&_dt]:text-muted [&>div]:flex [&>div]:flex-wrap [&>div]:justify-between [&>div]:gap-x-4 [&>div]:py-2.5">
        <div>
          <dt>It is</dt>
          <dd>{statusNames[shown.status]}</dd>
        </div>
        {shown.holds.length > 0 && (
          <div>
            <dt>Kept for {count(shown.holds.length, 'order')}</dt>
            <dd>
              {formatMoney(heldIn(shown))}, so {formatMoney(availableIn(shown))} may be used
            </dd>
          </div>
        )}
        <div>
          <dt>Moved</dt>
          <dd>{count(shown.transactions, 'time')}</dd>
        </div>
        <div>
          <dt>Owner</dt>
          <dd className="wrap-anywhere font-mono text-sm">{shown.owner || '—'}</dd>
        </div>
      </dl>
    </section>
  )
})
