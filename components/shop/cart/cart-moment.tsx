'use client'

import type { CartPlayhead } from '@/lib/shop/cart/client/cart-playhead'
import type { CartSession } from '@/lib/shop/cart/client/use-cart-session'
import { Moment } from '../../player/viewer/moment'
import { formatCount } from '../../ui/format'
import { connectionWords } from './connection-words'
import { WayOn } from './way-on'

interface CartMomentProps {
  readonly session: CartSession
  readonly playhead: CartPlayhead
}

/** Which moment of the cart is shown: now, or a version of the past. */
export const CartMoment = ({ session, playhead }: CartMomentProps) => {
  const trouble = connectionWords(session)
  // What stops everything is said in the past, too.
  if (session.connection === 'renewed' || session.connection === 'signedOut') {
    return (
      <p role="alert" className="flex flex-wrap items-center gap-x-3 gap-y-1 font-medium">
        {trouble}
        <WayOn session={session} />
      </p>
    )
  }
  if (!playhead.isLive) return <Moment session={session} playhead={playhead} />
  if (trouble) return <p role="status">{trouble}</p>
  return (
    <p className="flex items-center gap-2">
      <span
        aria-hidden="true"
        className="size-1.5 rounded-full bg-accent transition-opacity data-quiet:opacity-40"
        data-quiet={session.connection !== 'live' || undefined}
      />
      {session.head === 0 ? 'Nothing has happened yet' : `Now, at version ${formatCount(session.head)}`}
    </p>
  )
}
