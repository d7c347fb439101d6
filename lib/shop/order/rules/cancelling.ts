import { accept, type Decision, reject } from '../../../kit/kernel/decider'
import type { CancelItems, CancelOrder } from '../commands'
import type { OrderCancelled, QuantityCancelled } from '../events'
import { type OrderState, unshipped } from '../state'
import { type PiecesRejection, piecesOf, whyNotThere } from './pieces'

export type CancelRejection =
  | PiecesRejection
  | { readonly type: 'ReasonMissing' }
  | { readonly type: 'OrderIsCancelled' }
  | { readonly type: 'OrderNotConfirmed' }
  /** Staff alone cancels what is under way. */
  | { readonly type: 'OrderAlreadyShipped' }
  | { readonly type: 'OrderAlreadyDelivered' }
  /** Nothing would be left: the order is cancelled then. */
  | { readonly type: 'OrderWouldBeEmpty' }

/** Until something of it was delivered; once something is under way by staff alone. */
export const cancelOrder = (
  { reason, cancelledBy }: CancelOrder,
  { status, shipments }: OrderState,
): Decision<OrderCancelled, CancelRejection> => {
  if (status === 'cancelled') return accept()
  if (reason.trim() === '') return reject({ type: 'ReasonMissing' })
  if (shipments.some(({ isDelivered }) => isDelivered)) return reject({ type: 'OrderAlreadyDelivered' })
  if (shipments.length > 0 && cancelledBy !== 'staff') return reject({ type: 'OrderAlreadyShipped' })
  return accept({ type: 'OrderCancelled', data: { reason, cancelledBy } })
}

/** Before an order is confirmed its items are updated; afterwards pieces that weren't shipped are cancelled. */
export const cancelItems = (
  { lines, reason }: CancelItems,
  order: OrderState,
): Decision<QuantityCancelled, CancelRejection> => {
  if (order.status === 'cancelled') return reject({ type: 'OrderIsCancelled' })
  if (!order.isConfirmed) return reject({ type: 'OrderNotConfirmed' })
  if (reason.trim() === '') return reject({ type: 'ReasonMissing' })
  const wrong = whyNotThere(order, lines, unshipped)
  if (wrong) return reject(wrong)
  const pieces = piecesOf(lines)
  const left = order.lines.reduce((sum, { quantity, cancelled }) => sum + quantity - cancelled, 0)
  const taken = pieces.reduce((sum, { quantity }) => sum + quantity, 0)
  if (taken === left) return reject({ type: 'OrderWouldBeEmpty' })
  return accept({ type: 'QuantityCancelled', data: { lines: pieces, reason } })
}
