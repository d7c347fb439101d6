import type { HttpRefusal } from '../../../kit/server/http/refusal'
import type { CommandIdReused, ConcurrencyConflict } from '../../../kit/wire/answers'
import { deliveryDetail } from '../../server/http/delivery-detail'
import { inMinorUnits, placingDetail } from '../../server/http/placing-detail'
import { refuse } from '../../server/http/refusal'
import type { OrderRejection } from '../decide'

type Rejection = OrderRejection | ConcurrencyConflict | CommandIdReused

/** What an order's rules refused, with its data. */
export const refuseOrder = (rejection: Rejection): HttpRefusal => {
  const { type, ...data } = rejection
  return refuse(statusOf(type), type, detailOf(rejection), { data })
}

const statusOf = (type: Rejection['type']): number => {
  if (type === 'OrderNotFound') return 404
  return conflicts.has(type) ? 409 : 422
}

/** It would have been right on what the sender knew, which is no longer so. */
const conflicts: ReadonlySet<Rejection['type']> = new Set([
  'ConcurrencyConflict',
  'AmountChanged',
  'OrderAlreadyExists',
  'OutOfStock',
])

const detailOf = (rejection: Rejection): string => {
  switch (rejection.type) {
    case 'OrderNotFound':
      return 'There is no such order, or it is not yours to see.'
    case 'OrderAlreadyExists':
      return 'This order was placed already.'
    case 'OrderEmpty':
      return 'An order holds something; cancel it where it is to hold nothing.'
    case 'InvalidQuantity':
      return `${rejection.quantity} is no quantity; ask for a whole number from 1 on.`
    case 'AmountsMismatch':
      return 'What the order is to come to was made for other lines than these.'
    case 'OrderIsCancelled':
      return 'The order was cancelled, and nothing more is changed or shipped.'
    case 'OrderAlreadyConfirmed':
      return 'The order is confirmed; cancel pieces of it that were not shipped.'
    case 'OrderNotConfirmed':
      return 'The order is not confirmed yet; confirm it first.'
    case 'EditWindowOpen':
      return `The order may still be changed, until ${rejection.editableUntil}.`
    case 'AuthorisationMissing':
      return `${inMinorUnits(rejection.missing)} of what it comes to is neither paid nor authorised.`
    case 'NothingChosen':
      return 'No pieces were named, and none are left.'
    case 'LineUnknown':
      return `The order has no line ${rejection.lineId}.`
    case 'PiecesUnavailable':
      return `Of line ${rejection.lineId} there are ${rejection.available} for that, fewer than ${rejection.requested}.`
    case 'OrderNotShipped':
      return 'Nothing of the order was shipped yet.'
    case 'ShipmentAlreadyExists':
      return `Shipment ${rejection.shipment} is there already, with other pieces.`
    case 'ShipmentUnknown':
      return `The order has no shipment ${rejection.shipment}.`
    case 'OrderAlreadyShipped':
      return 'Something of the order is under way; ask the shop to cancel it, or return it.'
    case 'OrderAlreadyDelivered':
      return 'Something of the order was delivered; return what is not wanted.'
    case 'OrderWouldBeEmpty':
      return 'Nothing of the order would be left; cancel it as a whole.'
    case 'ReasonMissing':
      return 'Give a reason; the log keeps it.'
    case 'InvalidAmount':
      return `${inMinorUnits(rejection.amount)} is no amount for that.`
    case 'OtherCurrency':
      return `The order is in ${rejection.currency}, not in ${rejection.given}.`
    case 'PaymentUnknown':
      return `The order has no payment ${rejection.paymentId}.`
    case 'IdAlreadyUsed':
      return `The id ${rejection.id} stands for something else already.`
    case 'CaptureExceedsAuthorisation':
    case 'ReleaseExceedsAuthorisation':
      return `${inMinorUnits(rejection.available)} is held, less than ${inMinorUnits(rejection.requested)}.`
    case 'RefundExceedsPaid':
      return `${inMinorUnits(rejection.refundable)} can be given back that way, less than ${inMinorUnits(rejection.requested)}.`
    case 'AmountChanged':
      return `It comes to ${inMinorUnits(rejection.actual)} by now, not to ${inMinorUnits(rejection.seen)}.`
    case 'ConcurrencyConflict':
    case 'CommandIdReused':
      return deliveryDetail('The order is', rejection)
    case 'ProductUnknown':
      return `The catalogue has no product ${rejection.productId}; see /api/products.`
    default:
      return placingDetail(rejection)
  }
}
