'use client'

import { useCallback, useEffect, useRef } from 'react'
import { toast } from 'sonner'
import { type CartSession, type CartSessionOptions, useCartSession } from '@/lib/client/use-cart-session'
import type { OfferedProduct } from '@/lib/domain/cart/commands'
import type { CartRequest } from '@/lib/protocol/commands'
import { rejectionSentence } from './rejection-sentence'
import { requestWords } from './request-words'
import { tellRestored } from './tell-restored'
import { isStep } from './use-undo'

/** A cart session that tells in a toast where the cart was brought back to, and what was refused or did not get through. */
export const useShopSession = (
  options: Omit<CartSessionOptions, 'onAccepted' | 'onRejected' | 'onUnreachable'>,
): CartSession => {
  const names = useRef(new Map<string, string>())
  const nameOf = (request: CartRequest) =>
    'productId' in request ? names.current.get(request.productId) : undefined

  const session: CartSession = useCartSession({
    ...options,
    onAccepted: (events, request) => {
      if (request.type !== 'RestoreCart' || isStep(request)) return
      tellRestored(events, (restore) => session.restore(restore))
    },
    onRejected: (rejection, request) =>
      // One message at a time for one product, however often it is clicked.
      toast.error(rejectionSentence(rejection, nameOf(request)), {
        id: `${rejection.type} ${'productId' in request ? request.productId : ''}`,
      }),
    onUnreachable: (request) =>
      toast.error(`The shop could not be reached: ${requestWords(request, nameOf(request))} did not happen.`),
  })

  const { optimistic, send } = session
  const latest = useRef(optimistic)
  useEffect(() => {
    latest.current = optimistic
  }, [optimistic])

  const sendNamed = useCallback(
    (request: CartRequest, product?: OfferedProduct) => {
      if ('productId' in request) {
        const name = product?.name ?? nameInCart(latest.current, request.productId)
        if (name) names.current.set(request.productId, name)
      }
      send(request, product)
    },
    [send],
  )
  return { ...session, send: sendNamed }
}

const nameInCart = ({ items }: CartSession['optimistic'], productId: string): string | undefined =>
  items.find((item) => item.productId === productId)?.productName
