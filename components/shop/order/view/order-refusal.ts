import type { OrderRejection } from '@/lib/shop/order/decide'
import { placingSentence } from '../../cart/placing-words'
import { formatMoney } from '../../money-format'

/** Why an order's rules refuse, for a person to read. */
export const orderRefusal = (rejection: OrderRejection): string => {
  switch (rejection.type) {
    case 'OrderNotFound':
      return 'There is no such order.'
    case 'OrderAlreadyExists':
      return 'The order was placed already.'
    case 'OrderEmpty':
      return 'An order holds something.'
    case 'InvalidQuantity':
      return `${rejection.quantity} is no quantity: at least 1.`
    case 'AmountsMismatch':
      return 'What it is to come to was made for other lines.'
    case 'OrderIsCancelled':
      return 'The order was cancelled.'
    case 'OrderAlreadyConfirmed':
      return 'The order is confirmed: its items stay, but for pieces that are cancelled.'
    case 'OrderNotConfirmed':
      return 'The order is not confirmed yet.'
    case 'EditWindowOpen':
      return 'The order may still be changed.'
    case 'AuthorisationMissing':
      return `${formatMoney(rejection.missing)} is neither paid nor authorised.`
    case 'NothingChosen':
      return 'No pieces were chosen, or none are left.'
    case 'LineUnknown':
      return `The order has no line ${rejection.lineId}.`
    case 'PiecesUnavailable':
      return `There are ${rejection.available} for that, not ${rejection.requested}.`
    case 'OrderNotShipped':
      return 'Nothing was shipped yet.'
    case 'ShipmentAlreadyExists':
      return `Shipment ${rejection.shipment} is there already.`
    case 'ShipmentUnknown':
      return `There is no shipment ${rejection.shipment}.`
    case 'OrderAlreadyShipped':
      return 'Something is under way: only staff cancels that.'
    case 'OrderAlreadyDelivered':
      return 'Something was delivered: it can only be returned.'
    case 'OrderWouldBeEmpty':
      return 'Nothing would be left: cancel the order as a whole.'
    case 'ReasonMissing':
      return 'A reason is missing.'
    case 'InvalidAmount':
      return 'That is no amount for this: it has to be more than nothing.'
    case 'OtherCurrency':
      return `The order is in ${rejection.currency}, not in ${rejection.given}.`
    case 'PaymentUnknown':
      return 'The order has no such payment.'
    case 'IdAlreadyUsed':
      return 'That id stands for something else.'
    case 'CaptureExceedsAuthorisation':
    case 'ReleaseExceedsAuthorisation':
      return `Only ${formatMoney(rejection.available)} is held.`
    case 'RefundExceedsPaid':
      return `Only ${formatMoney(rejection.refundable)} can be given back that way.`
    case 'AmountChanged':
      return `It comes to ${formatMoney(rejection.actual)} by now.`
    case 'ProductUnknown':
      return 'The catalogue has no such product.'
    default:
      return placingSentence(rejection)
  }
}
