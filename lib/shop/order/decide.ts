import { type Decision, reject } from '../../kit/kernel/decider'
import { exhaustive } from '../../kit/kernel/exhaustive'
import type { OrderCommand, PlaceOrder } from './commands'
import type { OrderEvent } from './events'
import { type CancelRejection, cancelItems, cancelOrder } from './rules/cancelling'
import { type ConfirmRejection, confirm } from './rules/confirming'
import { type CorrectRejection, correctAmount } from './rules/correcting'
import {
  type PaymentRejection,
  recordAuthorisation,
  recordCapture,
  recordFailure,
  recordRelease,
} from './rules/paying'
import {
  type PlaceRejection,
  type PricingRejection,
  place,
  type UpdateRejection,
  updateItems,
} from './rules/placing'
import { issueRefund, type RefundRejection } from './rules/refunding'
import { type ReturnRejection, requestReturn, returnItems } from './rules/returning'
import { deliver, type ShipRejection, ship } from './rules/shipping'
import type { OrderState } from './state'

export type OrderRejection =
  | PricingRejection
  | { readonly type: 'OrderNotFound' }
  | PlaceRejection
  | UpdateRejection
  | ConfirmRejection
  | PaymentRejection
  | ShipRejection
  | CancelRejection
  | ReturnRejection
  | RefundRejection
  | CorrectRejection

type OrderDecision = Decision<OrderEvent, OrderRejection>

/** What a command comes to on an order. The rules stand by theme in `rules`. */
export const decideOrder = (command: OrderCommand, order: OrderState): OrderDecision => {
  if (command.type === 'PlaceOrder') return place(command, order)
  if (order.status === 'none') return reject({ type: 'OrderNotFound' })
  return decidePlaced(command, order)
}

const decidePlaced = (command: Exclude<OrderCommand, PlaceOrder>, order: OrderState): OrderDecision => {
  switch (command.type) {
    case 'UpdateItems':
      return updateItems(command, order)
    case 'CancelItems':
      return cancelItems(command, order)
    case 'RecordAuthorisation':
      return recordAuthorisation(command, order)
    case 'RecordCapture':
      return recordCapture(command, order)
    case 'RecordPaymentFailure':
      return recordFailure(command)
    case 'RecordRelease':
      return recordRelease(command, order)
    case 'ConfirmOrder':
      return confirm(command, order)
    case 'ShipOrder':
      return ship(command, order)
    case 'DeliverOrder':
      return deliver(command, order)
    case 'CancelOrder':
      return cancelOrder(command, order)
    case 'RequestReturn':
      return requestReturn(command, order)
    case 'ReturnItems':
      return returnItems(command, order)
    case 'IssueRefund':
      return issueRefund(command, order)
    case 'CorrectAmount':
      return correctAmount(command, order)
    default:
      return exhaustive(command)
  }
}
