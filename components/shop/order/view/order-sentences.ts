import { exhaustive } from '@/lib/kit/kernel/exhaustive'
import type { OrderCancelled, OrderEvent } from '@/lib/shop/order/events'
import { count, formatCount } from '../../../ui/format'
import { isolated } from '../../../ui/named'
import { formatMoney } from '../../money-format'
import { type LineNames, nameOfLine, piecesText } from './order-names'

/** What happened, as one would tell it: "2 x Ceramic Mug shipped with UPS". */
export const orderSentence = (event: OrderEvent, names: LineNames): string => {
  switch (event.type) {
    case 'OrderPlaced': {
      const { number, lines, amounts } = event.data
      return `Order ${number} placed: ${count(lines.length, 'line')} for ${formatMoney(amounts.total)}`
    }
    case 'OrderItemsUpdated':
      return `Items updated: ${piecesText(event.data.lines, names)}, now ${formatMoney(event.data.amounts.total)}`
    case 'QuantityCancelled':
      return `${piecesText(event.data.lines, names)} cancelled${because(event.data.reason)}`
    case 'PaymentAuthorised':
      return `${formatMoney(event.data.amount)} authorised by ${isolated(event.data.provider)}`
    case 'PaymentReceived':
      return `${formatMoney(event.data.amount)} received`
    case 'PaymentFailed':
      return `Payment failed${because(event.data.message)}`
    case 'AuthorisationReleased':
      return `${formatMoney(event.data.amount)} is no longer held`
    case 'OrderConfirmed':
      return event.data.by === 'staff' ? 'Confirmed by staff' : 'Confirmed: it no longer changes'
    case 'OrderShipped': {
      const { lines, carrier, shipment } = event.data
      return `${piecesText(lines, names)} shipped${carrier === undefined ? '' : ` with ${isolated(carrier)}`}, shipment ${isolated(shipment)}`
    }
    case 'OrderDelivered':
      return `Shipment ${isolated(event.data.shipment)} delivered${event.data.signature ? ', signed for' : ''}`
    case 'OrderCancelled':
      return `Order cancelled ${cancelledBy[event.data.cancelledBy]}${because(event.data.reason)}`
    case 'ReturnRequested':
      return `Return of ${piecesText(event.data.lines, names)} announced${because(event.data.reason)}`
    case 'OrderReturned': {
      const { lines, reason, restock } = event.data
      return `${piecesText(lines, names)} came back${restock ? '' : ' and can’t be sold again'}${because(reason)}`
    }
    case 'RefundIssued': {
      const { amount, to, reason } = event.data
      return `${formatMoney(amount)} refunded to ${to === 'card' ? 'the card' : 'store credit'}${because(reason)}`
    }
    case 'AmountCorrected': {
      const { corrects, oldAmount, newAmount, reason } = event.data
      const what = corrects === 'shipping' ? 'Shipping' : nameOfLine(names, corrects)
      return `${what} corrected from ${formatMoney(oldAmount)} to ${formatMoney(newAmount)}${because(reason)}`
    }
    default:
      return exhaustive(event)
  }
}

const because = (why: string): string => (why.trim() === '' ? '' : `: ${isolated(why)}`)

const cancelledBy: Record<OrderCancelled['data']['cancelledBy'], string> = {
  customer: 'by the customer',
  staff: 'by staff',
  payment: 'as it wasn’t paid',
  time: 'as its time ran out',
}

const again: Record<OrderEvent['type'], string> = {
  OrderPlaced: 'Placed',
  OrderItemsUpdated: 'Items updated',
  QuantityCancelled: 'Pieces cancelled',
  PaymentAuthorised: 'Payment authorised',
  PaymentReceived: 'Payment received',
  PaymentFailed: 'Payment failed',
  AuthorisationReleased: 'Authorisation released',
  OrderConfirmed: 'Confirmed',
  OrderShipped: 'Shipped',
  OrderDelivered: 'Delivered',
  OrderCancelled: 'Cancelled',
  ReturnRequested: 'Return announced',
  OrderReturned: 'Returned',
  RefundIssued: 'Refunded',
  AmountCorrected: 'Amount corrected',
}

/** What happened again and again, told by the last of so many events of one kind. */
export const orderRunSentence = (times: number, last: OrderEvent, names: LineNames): string =>
  `${again[last.type]} ${formatCount(times)} times, at last: ${orderSentence(last, names)}`
