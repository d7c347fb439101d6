'use client'

import { CopyButton } from '@/components/player/timeline/copy-button'
import { CopyViewLink } from '@/components/player/together/copy-view-link'
import { LookersAnnouncer } from '@/components/player/together/lookers-announcer'
import { LookersMenu } from '@/components/player/together/lookers-menu'
import { Time } from '@/components/ui/time'
import type { CartPlayhead } from '@/lib/shop/cart/client/cart-playhead'
import type { CartSession } from '@/lib/shop/cart/client/use-cart-session'
import { StatusBadge } from './status-badge'

interface CartHeadingProps {
  readonly session: CartSession
  readonly playhead: CartPlayhead
}

/** Which cart it is, who else looks at it, whose it is, how it stands now, and since when there is one. */
export const CartHeading = ({ session, playhead }: CartHeadingProps) => {
  const { head } = session.log.history
  return (
    <header className="mb-5 flex flex-wrap items-end justify-between gap-x-8 gap-y-4 px-4 sm:px-0">
      <div className="min-w-0">
        <div className="flex min-h-9 flex-wrap items-center gap-x-5 gap-y-1">
          <h1 className="font-display text-5xl leading-none">One cart’s record</h1>
          <LookersMenu />
          <LookersAnnouncer />
        </div>
        <p className="mt-1.5 flex items-center gap-1 font-mono text-sm">
          <span className="min-w-0 wrap-anywhere">{head.id}</span>
          <CopyButton text={head.id} what="cart id" />
          <CopyViewLink playhead={playhead} />
        </p>
      </div>
      <dl className="flex flex-wrap gap-x-8 gap-y-2 text-sm [&_dt]:text-muted">
        <div>
          <dt>Status</dt>
          <dd>
            <StatusBadge status={head.status} />
          </dd>
        </div>
        <div className="min-w-0 max-sm:order-1">
          <dt>Customer</dt>
          <dd className="font-mono wrap-anywhere">{head.customerId}</dd>
        </div>
        {session.createdAt && (
          <div>
            <dt>Created</dt>
            <dd className="font-mono tabular-nums">
              <Time iso={session.createdAt} format="full" />
            </dd>
          </div>
        )}
      </dl>
    </header>
  )
}
