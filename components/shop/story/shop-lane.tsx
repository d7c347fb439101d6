'use client'

import type { LaneSession } from '@/components/player/lanes/lane-panel'
import { LaneState } from '@/components/player/lanes/lane-state'
import { StatePanel } from '@/components/player/viewer/state-panel'
import { useStreamSession } from '@/lib/kit/client/session/use-stream-session'
import type { CartSession } from '@/lib/shop/cart/client/use-cart-session'
import type { CartState } from '@/lib/shop/cart/state'
import type { CartOpening } from '@/lib/shop/cart/wire/cart-opening'
import { spawnScan } from '@/lib/shop/client/spawn-scan'
import { searchableOf } from '@/lib/shop/wire/searchable-types'
import { CartPanel } from '../cart/cart-panel'
import { cartView } from '../cart/view/cart-view'
import { viewOf } from '../stream-views'
import { useShopSession } from '../use-shop-session'

/** A stream of the shop's as a lane of a story: nothing can be done to it here. */
export const ShopLane: LaneSession = (props) => {
  const Lane = props.opening.streamType === 'cart' ? CartLane : AnyLane
  return <Lane {...props} />
}

const CartLane: LaneSession = ({ opening, ...shown }) => {
  const session = useShopSession({
    cartId: opening.streamId,
    opening: opening as CartOpening,
    sendCommand: undefined,
  })
  return <LaneState<CartState, CartSession> {...shown} session={session} view={cartView} Panel={CartPanel} />
}

const AnyLane: LaneSession = ({ opening, ...shown }) => {
  const type = searchableOf(opening.streamType)
  const session = useStreamSession({ type, opening, spawnScan })
  const view = viewOf(type)
  return <LaneState {...shown} session={session} view={view} Panel={view.Panel ?? StatePanel} />
}
