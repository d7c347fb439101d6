'use client'

import {
  type CartSession,
  type CartSessionOptions,
  type RefusedCommand,
  useCartSession,
} from '@/lib/client/use-cart-session'
import { tellTrouble } from '../ui/tell'
import { rejectionSentence } from './rejection-sentence'
import { couldNot } from './request-words'
import { tellRestored } from './tell-restored'
import { isStep } from './use-undo'

/** A cart session that tells in a toast where the cart was brought back to, and what was refused. */
export const useShopSession = (
  options: Omit<CartSessionOptions, 'onAccepted' | 'onRefused'>,
): CartSession => {
  const session: CartSession = useCartSession({
    ...options,
    onAccepted: (events, request) => {
      if (request.type !== 'RestoreCart' || isStep(request)) return
      tellRestored(events, (restore) => session.restore(restore))
    },
    onRefused: tellRefused,
  })
  return session
}

/** It was done a while ago, and is news. */
const longMs = 15_000

const tellRefused = ({ rejection, request, productName, wasShown }: RefusedCommand): void => {
  const why = rejectionSentence(rejection, productName)
  // One message at a time for one product, however often it is clicked.
  const id = `${rejection.type} ${'productId' in request ? request.productId : ''}`
  if (wasShown) tellTrouble(`${couldNot(request, productName)}. ${why}`, { id, durationMs: longMs })
  else tellTrouble(why, { id })
}
