import { rulesOf } from '../../kit/history/rules-of'
import { exhaustive } from '../../kit/kernel/exhaustive'
import type { OrderCommand } from './commands'
import type { OrderRejection } from './decide'
import type { OrderEvent } from './events'
import { orderStreamType } from './order-stream'
import type { OrderState } from './state'

/** What the window confirmed was over then. */
const onceOver = '9999-12-31T23:59:59.999Z'

/** The command that made an event: each says all that was asked for. */
const commandOf = (event: OrderEvent): OrderCommand => {
  switch (event.type) {
    case 'OrderPlaced': {
      const { number: _, ...data } = event.data
      return { type: 'PlaceOrder', ...data }
    }
    case 'OrderItemsUpdated':
      return { type: 'UpdateItems', ...event.data }
    case 'QuantityCancelled':
      return { type: 'CancelItems', ...event.data }
    case 'PaymentAuthorised':
      return { type: 'RecordAuthorisation', ...event.data }
    case 'PaymentReceived':
      return { type: 'RecordCapture', ...event.data }
    case 'PaymentFailed':
      return { type: 'RecordPaymentFailure', ...event.data }
    case 'AuthorisationReleased':
      return { type: 'RecordRelease', ...event.data }
    case 'OrderConfirmed':
      return { type: 'ConfirmOrder', ...event.data, at: onceOver }
    case 'OrderShipped':
      return { type: 'ShipOrder', ...event.data }
    case 'OrderDelivered':
      return { type: 'DeliverOrder', ...event.data }
    case 'OrderCancelled':
      return { type: 'CancelOrder', ...event.data }
    case 'ReturnRequested':
      return { type: 'RequestReturn', ...event.data }
    case 'OrderReturned':
      return { type: 'ReturnItems', ...event.data }
    case 'RefundIssued': {
      const { parts: _, ...data } = event.data
      return { type: 'IssueRefund', ...data }
    }
    case 'AmountCorrected':
      return { type: 'CorrectAmount', ...event.data }
    default:
      return exhaustive(event)
  }
}

/** An order's events held against an order's rules. */
export const orderRules = rulesOf<OrderState, OrderCommand, OrderEvent, OrderRejection>({
  ...orderStreamType,
  commandOf,
})
