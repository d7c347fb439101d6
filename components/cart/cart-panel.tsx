'use client'

import { useMemo, useRef } from 'react'
import type { CartSession } from '@/lib/client/use-cart-session'
import type { Playhead } from '@/lib/client/use-playhead'
import { ShownMoment } from '../compare/shown-moment'
import { AbandonDialog } from './abandon-dialog'
import { CartActions } from './cart-actions'
import { CartAnnouncer } from './cart-announcer'
import { CartFooter } from './cart-footer'
import { CartHeading } from './cart-heading'
import { CartLines } from './cart-lines'
import { CheckoutDialog } from './checkout-dialog'
import { ClosedCart } from './closed-cart'
import { closingEvent } from './closing-event'
import { RestoreDialog } from './restore-dialog'
import { useAsking } from './use-asking'

interface CartPanelProps {
  readonly session: CartSession
  readonly playhead: Playhead
}

/** The cart at the moment the playhead is at: to shop with while live, to look at elsewhere. */
export const CartPanel = ({ session, playhead }: CartPanelProps) => {
  const { shown, isLive } = playhead
  const heading = useRef<HTMLHeadingElement>(null)
  const { asking, ask } = useAsking(session)
  const closing = closingEvent(session, shown)
  const asked = { session, onClose: () => ask(null), finalFocus: closing && heading }
  const { loadWindow } = session
  const { version, jump } = playhead
  const moment = useMemo(() => {
    const jumpFrom = (to: number) => {
      jump(to)
      heading.current?.focus()
    }
    return { loadWindow, version, jump: jumpFrom }
  }, [loadWindow, version, jump])
  return (
    <ShownMoment value={moment}>
      <section
        aria-label="Cart"
        aria-busy={playhead.isLoading || undefined}
        className="flex h-full min-h-0 flex-col [&[aria-busy]>:not(header)]:opacity-40"
      >
        <CartHeading session={session} playhead={playhead} headingRef={heading} />
        {closing ? (
          <ClosedCart cart={shown} closing={closing} canGoOn={isLive && !session.readOnly} />
        ) : (
          <>
            <CartLines session={session} playhead={playhead} />
            <CartFooter cart={shown}>
              <CartActions session={session} playhead={playhead} ask={ask} />
            </CartFooter>
          </>
        )}
        {session.canRestore && (
          <RestoreDialog
            {...asked}
            playhead={playhead}
            asking={asking}
            finalFocus={isLive ? heading : undefined}
          />
        )}
        {!session.readOnly && (
          <>
            <CheckoutDialog open={asking?.type === 'checkout'} {...asked} />
            <AbandonDialog open={asking?.type === 'abandon'} {...asked} />
            <CartAnnouncer cart={session.optimistic} />
          </>
        )}
      </section>
    </ShownMoment>
  )
}
