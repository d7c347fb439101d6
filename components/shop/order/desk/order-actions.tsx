'use client'

import { Button } from '@/components/ui/button'
import { balanceOf } from '@/lib/shop/order/balance'
import { kept, type OrderState, unshipped } from '@/lib/shop/order/state'
import type { Asking } from './order-dialogs'
import type { Sending } from './use-send'

interface OrderActionsProps {
  readonly order: OrderState
  readonly sending: Sending
  readonly onAsk: (asking: Asking) => void
}

/** What staff can do with an order as it is; the next step comes first. */
export const OrderActions = ({ order, sending, onAsk }: OrderActionsProps) => {
  const { status, isConfirmed, lines, shipments } = order
  const isOpen = status !== 'cancelled' && status !== 'none'
  const hasUnshipped = lines.some((line) => unshipped(line) > 0)
  const isDelivered = shipments.some((shipment) => shipment.isDelivered)
  const { outstanding, refundable } = balanceOf(order)
  const owes = outstanding.amount < 0
  return (
    <div className="flex flex-wrap gap-2">
      {isOpen && !isConfirmed && (
        <Button
          variant="primary"
          disabled={sending.isBusy}
          onClick={() => sending.send({ type: 'ConfirmOrder' }, 'Confirmed')}
        >
          Confirm
        </Button>
      )}
      {isOpen && !isConfirmed && <Button onClick={() => onAsk('update')}>Change quantities…</Button>}
      {isOpen && isConfirmed && hasUnshipped && (
        <Button variant="primary" onClick={() => onAsk('ship')}>
          Ship…
        </Button>
      )}
      {lines.some((line) => kept(line) > 0) && <Button onClick={() => onAsk('return')}>Take back…</Button>}
      {refundable.amount > 0 && (
        <Button variant={owes ? 'primary' : 'secondary'} onClick={() => onAsk('refund')}>
          Refund…
        </Button>
      )}
      {isOpen && isConfirmed && hasUnshipped && (
        <Button onClick={() => onAsk('cancelItems')}>Cancel pieces…</Button>
      )}
      {isOpen && !isDelivered && (
        <Button variant="danger" onClick={() => onAsk('cancel')}>
          Cancel…
        </Button>
      )}
    </div>
  )
}
