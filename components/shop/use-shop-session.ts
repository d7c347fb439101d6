'use client'

import { useEffect } from 'react'
import { wasReloaded } from '@/lib/kit/client/page/may-reload'
import { whenQuiet } from '@/lib/kit/client/page/when-quiet'
import {
  type CartSession,
  type CartSessionOptions,
  useCartSession,
} from '@/lib/shop/cart/client/use-cart-session'
import { tell, tellTrouble } from '../ui/tell'
import { tellRestored } from './cart/tell-restored'

const loadRefusal = () => import('./cart/tell-refused')
const fetchAhead = () => void loadRefusal().catch(() => undefined)

/** A cart session that tells in a toast where the cart was brought back to, and what was refused. */
export const useShopSession = (
  options: Omit<CartSessionOptions, 'onAccepted' | 'onRefused'>,
): CartSession => {
  const session: CartSession = useCartSession({
    ...options,
    onAccepted: (events, request) => {
      // The cart shows a step of undo or redo well enough.
      if (request.type !== 'RestoreCart' || request.step) return
      tellRestored(events, (restore) => session.restore(restore))
    },
    onRefused: (refused) =>
      void loadRefusal().then(
        ({ tellRefused }) => tellRefused(refused),
        () => tellTrouble('The cart did not take that.'),
      ),
  })
  useEffect(() => whenQuiet(fetchAhead), [])
  useEffect(() => {
    if (!wasReloaded(() => sessionStorage, Date.now())) return
    tell('The shop was renewed, and this page with it.', { id: 'renewed' })
  }, [])
  return session
}
