import { accept, type Decision, reject } from '../../../kit/kernel/decider'
import type { Money } from '../../money'
import { balanceOf } from '../balance'
import type { ConfirmOrder } from '../commands'
import type { OrderConfirmed } from '../events'
import type { OrderState } from '../state'

/** What is paid or held doesn't cover what the order comes to. */
export type AuthorisationMissing = { readonly type: 'AuthorisationMissing'; readonly missing: Money }

export type ConfirmRejection =
  | { readonly type: 'OrderIsCancelled' }
  | { readonly type: 'EditWindowOpen'; readonly editableUntil: string }
  | AuthorisationMissing

/** Staff confirms when it likes, and answers for the payment; the window once it is over and the order is covered. */
export const confirm = (
  { by, at }: ConfirmOrder,
  order: OrderState,
): Decision<OrderConfirmed, ConfirmRejection> => {
  if (order.status === 'cancelled') return reject({ type: 'OrderIsCancelled' })
  if (order.isConfirmed) return accept()
  if (by === 'window') {
    const { editableUntil } = order
    if (Date.parse(at) < Date.parse(editableUntil)) return reject({ type: 'EditWindowOpen', editableUntil })
    const { toAuthorise: missing } = balanceOf(order)
    if (missing.amount > 0) return reject({ type: 'AuthorisationMissing', missing })
  }
  return accept({ type: 'OrderConfirmed', data: { by } })
}
