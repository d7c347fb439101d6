'use client'

import { useRouter } from 'next/navigation'
import { useCallback } from 'react'
import { StreamViewer } from '@/components/player/viewer/stream-viewer'
import { useShopSession } from '@/components/shop/use-shop-session'
import type { CartSession, CartSessionOptions } from '@/lib/shop/cart/client/use-cart-session'
import type { CartState } from '@/lib/shop/cart/state'
import type { CartOpening } from '@/lib/shop/cart/wire/cart-opening'
import { CartPanel } from '../cart/cart-panel'
import { cartView } from '../cart/view/cart-view'
import { streamPage } from '../stream-page'
import { CartHeading, StaffCartHeading } from './cart-heading'

interface CartViewerProps {
  readonly opening: CartOpening
  /** How a restore reaches the server; left out for those who may not. */
  readonly sendCommand: CartSessionOptions['sendCommand']
}

/** Somebody's cart to be looked at, live and at any past version; staff may bring it back to one. */
export const CartViewer = ({ opening, sendCommand }: CartViewerProps) => {
  const session = useShopSession({ cartId: opening.streamId, opening, sendCommand, readOnly: true })
  const router = useRouter()
  const openCart = useCallback(
    (cartId: string) => router.push(streamPage({ type: 'cart', id: cartId })),
    [router],
  )
  return (
    <StreamViewer<CartState, CartSession>
      view={cartView}
      session={session}
      Heading={sendCommand ? StaffCartHeading : CartHeading}
      Panel={CartPanel}
      onOpenStream={sendCommand && openCart}
    />
  )
}
