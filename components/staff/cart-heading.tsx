'use client'

import { CopyButton } from '@/components/timeline/copy-button'
import { Time } from '@/components/ui/time'
import type { CartSession } from '@/lib/client/use-cart-session'
import { StatusBadge } from './status-badge'

/** Which cart it is, whose, how it stands now, and since when there is one. */
export const CartHeading = ({ session }: { readonly session: CartSession }) => {
  const { head, events } = session.log.history
  const created = events[0]
  return (
    <header className="mb-5 flex flex-wrap items-end justify-between gap-x-8 gap-y-4 px-4 sm:px-0">
      <div className="min-w-0">
        <h1 className="font-display text-4xl leading-none">One cart’s record</h1>
        <p className="mt-1.5 flex items-center gap-1 font-mono text-[13px]">
          <span className="min-w-0 wrap-anywhere">{head.id}</span>
          <CopyButton text={head.id} what="cart id" />
        </p>
      </div>
      <dl className="flex flex-wrap gap-x-8 gap-y-2 text-[13px] [&_dt]:text-muted">
        <div>
          <dt>Status</dt>
          <dd>
            <StatusBadge status={head.status} />
          </dd>
        </div>
        <div className="min-w-0">
          <dt>Customer</dt>
          <dd className="font-mono wrap-anywhere">{head.customerId}</dd>
        </div>
        {created && (
          <div>
            <dt>Created</dt>
            <dd className="font-mono tabular-nums">
              <Time iso={created.occurredAt} format="full" />
            </dd>
          </div>
        )}
      </dl>
    </header>
  )
}
