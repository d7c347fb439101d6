'use client'

import { StreamHeading } from '@/components/player/viewer/stream-heading'
import type { CartSession } from '@/lib/shop/cart/client/use-cart-session'
import type { CartState } from '@/lib/shop/cart/state'
import type { PanelProps } from '../../player/view/stream-view'
import { StatusBadge } from './status-badge'

/** Which cart it is, who else looks at it, whose it is, how it stands now, and since when there is one. */
export const CartHeading = ({ session, playhead }: PanelProps<CartState, CartSession>) => {
  const { head } = session.log.history
  return (
    <StreamHeading session={session} playhead={playhead}>
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
    </StreamHeading>
  )
}
