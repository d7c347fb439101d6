'use client'

import Link from 'next/link'
import type { ReactNode } from 'react'
import { StreamHeading } from '@/components/player/viewer/stream-heading'
import { useEventAt } from '@/lib/kit/client/stream-log/use-window'
import type { CartSession } from '@/lib/shop/cart/client/use-cart-session'
import type { CartState } from '@/lib/shop/cart/state'
import type { PanelProps } from '../../player/view/stream-view'
import { textLinkStyle } from '../../ui/link-style'
import { creditPage } from '../credit/credit-page'
import { StatusBadge } from './status-badge'
import { Whose } from './whose'

/** The same for staff, who may give its customer credit for what they look at. */
export const StaffCartHeading = (props: PanelProps<CartState, CartSession>) => {
  const { session, playhead } = props
  const event = useEventAt(session, playhead.version)
  const { customerId } = session.log.history.head
  return (
    <CartHeading {...props}>
      <Whose customerId={customerId} />
      {event && (
        <div>
          <dt>Amends</dt>
          <dd>
            <Link href={creditPage(customerId, event.eventId)} prefetch={false} className={textLinkStyle}>
              Give credit for this
            </Link>
          </dd>
        </div>
      )}
    </CartHeading>
  )
}

interface CartHeadingProps extends PanelProps<CartState, CartSession> {
  readonly children?: ReactNode
}

/** Which cart it is, who else looks at it, whose it is, how it stands now, and since when there is one. */
export const CartHeading = ({ session, playhead, children }: CartHeadingProps) => {
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
      {children}
    </StreamHeading>
  )
}
