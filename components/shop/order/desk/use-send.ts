'use client'

import { useCallback, useState, useTransition } from 'react'
import { tell, tellTrouble } from '@/components/ui/tell'
import { createSendOnce } from '@/lib/kit/client/browser/send-once'
import type { OrderAction, OrderActionAnswer } from '@/lib/shop/order/wire/order-actions'
import { refusalText } from '../refusal-text'

export type SendToOrder = (action: OrderAction) => Promise<OrderActionAnswer>
export type Request = OrderAction['request']

export interface Sending {
  readonly isBusy: boolean
  /** `done` is told when it is, and `onDone` called. */
  readonly send: (request: Request, done: string, onDone?: () => void) => void
}

/** Sends what staff does with an order and tells what came of it. What got no answer can be sent again, and counts once. */
export const useSend = (orderId: string, act: SendToOrder): Sending => {
  const [isBusy, start] = useTransition()
  const [sendOnce] = useState(createSendOnce)
  const send = useCallback(
    (request: Request, done: string, onDone?: () => void) =>
      start(async () => {
        const answer = await sendOnce((commandId) => act({ orderId, request: { ...request, commandId } }))
        if (!answer) return tellTrouble('The shop did not answer. Try again: it is done once.')
        if (answer.type === 'signedOut') return tellTrouble('You were signed out. Sign in, then try again.')
        if (answer.type === 'rejected') return tellTrouble(refusalText(answer.rejection))
        tell(done)
        onDone?.()
      }),
    [orderId, act, sendOnce],
  )
  return { isBusy, send }
}
