'use client'

import { useRouter } from 'next/navigation'
import { useCallback, useState } from 'react'
import { Desk } from '@/components/player/desk/desk'
import { useStage } from '@/components/player/desk/use-stage'
import { FollowingBar } from '@/components/player/together/following-bar'
import { Together } from '@/components/player/together/together'
import { StreamViewProvider } from '@/components/player/view/use-stream-view'
import { useShopSession } from '@/components/shop/use-shop-session'
import { usePlayhead } from '@/lib/kit/client/playhead/use-playhead'
import type { CartSessionOptions } from '@/lib/shop/cart/client/use-cart-session'
import type { CartOpening } from '@/lib/shop/cart/wire/cart-opening'
import { CartPanel } from '../cart/cart-panel'
import { cartView } from '../cart/view/cart-view'
import { CartHeading } from './cart-heading'
import { type Pane, PaneTabs } from './pane-tabs'

interface CartViewerProps {
  readonly opening: CartOpening
  /** How a restore reaches the server; left out for those who may not. */
  readonly sendCommand: CartSessionOptions['sendCommand']
}

/** Somebody's cart to be looked at, live and at any past version; staff may bring it back to one. */
export const CartViewer = ({ opening, sendCommand }: CartViewerProps) => {
  const session = useShopSession({ cartId: opening.streamId, opening, sendCommand, readOnly: true })
  const playhead = usePlayhead(session)
  const stage = useStage(cartView, session, playhead)
  const router = useRouter()
  const openCart = useCallback(
    (cartId: string) => router.push(`/carts/${encodeURIComponent(cartId)}`),
    [router],
  )
  const [pane, setPane] = useState<Pane>('timeline')
  const goToPane = (to: Pane) => {
    setPane(to)
    stage.close()
  }
  return (
    <StreamViewProvider view={cartView}>
      <Together session={session} playhead={playhead}>
        <CartHeading session={session} playhead={playhead} />
        <FollowingBar />
        <div className="flex h-[calc(100dvh-var(--header))] min-h-[44rem] flex-col border-line border-y sm:min-h-[30rem] sm:border-x lg:h-auto lg:flex-1">
          <PaneTabs title="Cart" pane={pane} onChange={goToPane} />
          <div className="min-h-0 flex-1">
            <Desk
              session={session}
              playhead={playhead}
              stage={stage}
              Panel={CartPanel}
              pane={pane}
              onOpenStream={sendCommand && openCart}
            />
          </div>
        </div>
      </Together>
    </StreamViewProvider>
  )
}
