'use client'

import { lazy, memo, Suspense, useCallback, useEffect, useRef } from 'react'
import { useOnline } from '@/lib/kit/client/connection/use-online'
import { whenQuiet } from '@/lib/kit/client/page/when-quiet'
import type { CartSession } from '@/lib/shop/cart/client/use-cart-session'
import type { CartState } from '@/lib/shop/cart/state'
import { ShownMoment, useMoment } from '../../player/compare/shown-moment'
import type { PanelProps } from '../../player/view/stream-view'
import { untilThere } from '../../ui/until-there'
import { usePart } from '../../ui/use-part'
import { CartActions } from './cart-actions'
import { CartAnnouncer } from './cart-announcer'
import { CartFooter } from './cart-footer'
import { CartHeading } from './cart-heading'
import { CartLines } from './cart-lines'
import { closingEvent } from './closing-event'
import { useAsking } from './use-asking'

const loadDialogs = () => import('./cart-dialogs')
const loadClosed = () => import('./closed-cart')
const ClosedCart = lazy(async () => ({ default: (await untilThere(loadClosed)).ClosedCart }))
const fetchAhead = () => void Promise.all([loadDialogs(), loadClosed()]).catch(() => undefined)

/** The cart at the moment the playhead is at: to shop with while live, to look at elsewhere. */
export const CartPanel = memo(({ session, playhead }: PanelProps<CartState, CartSession>) => {
  const { shown, isLive } = playhead
  const heading = useRef<HTMLHeadingElement>(null)
  const { asking, ask } = useAsking(session)
  const closing = closingEvent(session, shown)
  const dialogs = usePart(asking !== null, loadDialogs)
  const isOnline = useOnline()
  // Also where there is no cart yet: it may be begun, and be closed, without network.
  const mayAsk = session.canRestore
  useEffect(() => (mayAsk ? whenQuiet(fetchAhead) : undefined), [mayAsk])
  const { version, jump } = playhead
  const jumpFrom = useCallback(
    (to: number) => {
      jump(to)
      heading.current?.focus()
    },
    [jump],
  )
  const moment = useMoment(session, { version, jump: jumpFrom })
  return (
    <ShownMoment value={moment}>
      <section
        aria-label="Cart"
        aria-busy={playhead.isLoading || undefined}
        className="flex h-full min-h-0 flex-col contain-strict [&[aria-busy]>:not(header)]:opacity-40"
      >
        <CartHeading session={session} playhead={playhead} headingRef={heading} />
        {closing ? (
          <Suspense>
            <ClosedCart cart={shown} closing={closing} canGoOn={isLive && !session.readOnly} />
          </Suspense>
        ) : (
          <>
            <CartLines session={session} playhead={playhead} />
            <CartFooter cart={shown}>
              <CartActions session={session} playhead={playhead} ask={ask} />
              {asking && !dialogs && (
                <p
                  role="status"
                  className="text-muted text-sm transition-opacity delay-500 starting:opacity-0"
                >
                  {isOnline
                    ? 'Fetching what to ask…'
                    : 'This needs a connection. It opens when the network is back.'}
                </p>
              )}
            </CartFooter>
          </>
        )}
        {dialogs && (
          <dialogs.CartDialogs
            session={session}
            playhead={playhead}
            asking={asking}
            onClose={() => ask(null)}
            heading={heading}
            isClosed={closing !== undefined}
          />
        )}
        {!session.readOnly && <CartAnnouncer cart={session.optimistic} />}
      </section>
    </ShownMoment>
  )
})
