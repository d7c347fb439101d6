'use client'

import { useState } from 'react'
import { CartWorkbench } from '@/components/cart/cart-workbench'
import { useShopSession } from '@/components/cart/use-shop-session'
import { FollowingBar } from '@/components/together/following-bar'
import { Together } from '@/components/together/together'
import type { CartSessionOptions } from '@/lib/client/use-cart-session'
import { useCompare } from '@/lib/client/use-compare'
import { usePlayhead } from '@/lib/client/use-playhead'
import { useSelection } from '@/lib/client/use-selection'
import type { CartOpening } from '@/lib/protocol/cart-opening'
import { CartHeading } from './cart-heading'
import { type Pane, PaneTabs } from './pane-tabs'

interface CartViewerProps {
  readonly opening: CartOpening
  /** How a restore reaches the server; left out for those who may not. */
  readonly sendCommand: CartSessionOptions['sendCommand']
}

/** Somebody's cart to be looked at, live and at any past version; staff may bring it back to one. */
export const CartViewer = ({ opening, sendCommand }: CartViewerProps) => {
  const session = useShopSession({ cartId: opening.cartId, opening, sendCommand, readOnly: true })
  const playhead = usePlayhead(session)
  const compare = useCompare(session, playhead)
  const selection = useSelection(session)
  const [pane, setPane] = useState<Pane>('timeline')
  const goToPane = (to: Pane) => {
    setPane(to)
    compare.close()
  }
  return (
    <Together session={session} playhead={playhead}>
      <CartHeading session={session} playhead={playhead} />
      <FollowingBar />
      <div className="flex h-[calc(100dvh-var(--header))] min-h-[30rem] flex-col border-line border-y sm:border-x lg:h-auto lg:flex-1">
        <PaneTabs pane={pane} onChange={goToPane} />
        <div className="min-h-0 flex-1">
          <CartWorkbench
            session={session}
            playhead={playhead}
            compare={compare}
            selection={selection}
            pane={pane}
          />
        </div>
      </div>
    </Together>
  )
}
