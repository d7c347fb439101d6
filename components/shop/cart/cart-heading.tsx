'use client'

import type { RefObject } from 'react'
import type { Playhead } from '@/lib/kit/client/playhead/use-playhead'
import type { CartSession } from '@/lib/shop/cart/client/use-cart-session'
import { type CartState, itemCount } from '@/lib/shop/cart/state'
import { cn } from '../../ui/cn'
import { count } from '../../ui/format'
import { usePart } from '../../ui/use-part'
import { CartMoment } from './cart-moment'
import { SupportLooking } from './support-looking'
import { UndoButtons } from './undo-buttons'

interface CartHeadingProps {
  readonly session: CartSession
  readonly playhead: Playhead<CartState>
  readonly headingRef: RefObject<HTMLHeadingElement | null>
}

const loadNotice = () => import('./parked-notice')

/** The cart's name, how much is in it, its last changes to take back, and which moment one looks at. */
export const CartHeading = ({ session, playhead, headingRef }: CartHeadingProps) => {
  const notice = usePart(session.parked.length > 0, loadNotice)
  return (
    <header>
      <div className="flex items-baseline gap-3 px-4 pt-4 pb-3 sm:px-6 sm:pt-5">
        <h2 ref={headingRef} tabIndex={-1} className="title outline-none">
          Cart
        </h2>
        <div className="-my-2 ml-auto self-center">
          {!session.readOnly && <UndoButtons session={session} playhead={playhead} />}
        </div>
        <p className="font-mono text-sm tabular-nums">{count(itemCount(playhead.shown), 'item')}</p>
      </div>
      <div
        className={cn(
          'flex min-h-9 flex-wrap items-center justify-between gap-x-3 border-y px-4 py-1.5 text-sm transition-colors sm:px-6',
          playhead.isLive ? 'border-line text-muted' : 'border-past bg-past text-past-wash',
        )}
      >
        <CartMoment session={session} playhead={playhead} />
        {!session.readOnly && <SupportLooking />}
      </div>
      {notice && session.parked.length > 0 && <notice.ParkedNotice session={session} />}
    </header>
  )
}
