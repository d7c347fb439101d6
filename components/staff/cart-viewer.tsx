'use client'

import { useState } from 'react'
import { CartWorkbench } from '@/components/cart/cart-workbench'
import { useShopSession } from '@/components/cart/use-shop-session'
import type { CartSessionOptions } from '@/lib/client/use-cart-session'
import { useCompare } from '@/lib/client/use-compare'
import { usePlayhead } from '@/lib/client/use-playhead'
import type { RecordedCartEvent } from '@/lib/protocol/recorded-event'
import { CartHeading } from './cart-heading'
import { type Pane, PaneTabs } from './pane-tabs'

interface CartViewerProps {
  readonly cartId: string
  readonly events: readonly RecordedCartEvent[]
  /** How a restore reaches the server; left out for those who may not. */
  readonly sendCommand: CartSessionOptions['sendCommand']
}

/** Somebody's cart to be looked at, live and at any past version; staff may bring it back to one. */
export const CartViewer = ({ cartId, events, sendCommand }: CartViewerProps) => {
  const session = useShopSession({ cartId, events, sendCommand, readOnly: true })
  const playhead = usePlayhead(session)
  const compare = useCompare(session, playhead)
  const [pane, setPane] = useState<Pane>('timeline')
  const goToPane = (to: Pane) => {
    setPane(to)
    compare.close()
  }
  return (
    <>
      <CartHeading session={session} />
      <div className="flex h-[calc(100dvh-var(--header))] min-h-[30rem] flex-col border-line border-y sm:border-x lg:h-auto lg:flex-1">
        <PaneTabs pane={pane} onChange={goToPane} />
        <div className="min-h-0 flex-1">
          <CartWorkbench session={session} playhead={playhead} compare={compare} pane={pane} />
        </div>
      </div>
    </>
  )
}
