'use client'

import { useState, useTransition } from 'react'
import { count } from '@/components/ui/format'
import { tell, tellTrouble } from '@/components/ui/tell'
import { createSendOnce } from '@/lib/kit/client/browser/send-once'
import {
  mostShippedAtOnce,
  type ShipOrders,
  type ShipOrdersAnswer,
} from '@/lib/shop/order/wire/order-actions'
import type { OrderListItem } from '@/lib/shop/order/wire/order-list'
import { Button } from '../../../ui/button'
import { refusalText } from '../refusal-text'

interface ShipBarProps {
  /** What was chosen and can be shipped. */
  readonly orders: readonly OrderListItem[]
  readonly ship: (request: ShipOrders) => Promise<ShipOrdersAnswer>
  readonly onDone: () => void
}

/** Ships what was chosen, all that is left of each order. A press that got no answer can be repeated, and counts once. */
export const ShipBar = ({ orders, ship, onDone }: ShipBarProps) => {
  const [isBusy, start] = useTransition()
  const [sendOnce] = useState(createSendOnce)
  if (orders.length === 0) return null
  const pieces = orders.reduce((sum, { unshipped }) => sum + unshipped, 0)
  const send = () =>
    start(async () => {
      const orderIds = orders.slice(0, mostShippedAtOnce).map(({ orderId }) => orderId)
      const answer = await sendOnce((commandId) => ship({ orderIds, commandId }))
      if (!answer) return tellTrouble('The shop did not answer. Try again: it is done once.')
      if (answer.type === 'signedOut') return tellTrouble('You were signed out. Sign in, then try again.')
      if (answer.type === 'malformed') return tellTrouble('These could not be shipped together.')
      const [first] = answer.refused
      if (answer.shipped > 0) tell(`${count(answer.shipped, 'order')} shipped`)
      if (first) {
        const number = orders.find(({ orderId }) => orderId === first.orderId)?.number ?? first.orderId
        tellTrouble(
          `${count(answer.refused.length, 'order')} not shipped. ${number}: ${refusalText(first.rejection)}`,
        )
      }
      onDone()
    })
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 border-ink border-t bg-paper py-3">
      <p
        aria-live="polite"
        className="text-md"
      >{`${count(orders.length, 'order')}, ${count(pieces, 'piece')} to ship`}</p>
      <div className="flex gap-2">
        <Button variant="quiet" onClick={onDone}>
          Choose none
        </Button>
        <Button variant="primary" onClick={send} aria-disabled={isBusy || undefined} disabled={isBusy}>
          {isBusy ? 'Shipping…' : 'Ship them'}
        </Button>
      </div>
    </div>
  )
}
