import type { ConditionVocabulary } from '../../../kit/wire/condition/vocabulary'
import { searchable } from '../../../kit/wire/searchable-type'
import type { Money } from '../../money'
import { minorUnits } from '../../wire/minor-units'
import { balanceOf } from '../balance'
import type { OrderEvent } from '../events'
import { orderStreamType } from '../order-stream'
import type { OrderState, OrderStatus } from '../state'

const statuses: readonly OrderStatus[] = [
  'none',
  'placed',
  'confirmed',
  'partlyShipped',
  'shipped',
  'delivered',
  'returned',
  'cancelled',
]

const major = ({ amount, currency }: Money): number => amount / minorUnits(currency)

/** What conditions may ask of an order: its money in major units. */
const vocabulary: ConditionVocabulary<OrderState> = {
  values: {
    total: { valueIn: ({ amounts }) => major(amounts.total) },
    outstanding: { valueIn: (order) => major(balanceOf(order).outstanding) },
    captured: { valueIn: (order) => major(balanceOf(order).captured) },
    refunded: { valueIn: (order) => major(balanceOf(order).refunded) },
    lines: { valueIn: ({ lines }) => lines.length },
    shipments: { valueIn: ({ shipments }) => shipments.length },
    status: { words: statuses, valueIn: ({ status }) => status },
  },
  roots: ['lines', 'amounts', 'payments', 'shipments', 'customerId', 'number', 'version'],
  hints: {
    condition: 'a condition, like total > 50, outstanding < 0, shipments >= 2 or status = shipped',
    value:
      'total, outstanding, captured, refunded, lines, shipments, status or a path like amounts.shipping.total',
  },
}

/** Orders with what their histories can be asked. */
export const searchableOrder = searchable<OrderState, OrderEvent>(
  orderStreamType,
  {
    OrderPlaced: true,
    OrderItemsUpdated: true,
    QuantityCancelled: true,
    PaymentAuthorised: true,
    PaymentReceived: true,
    PaymentFailed: true,
    AuthorisationReleased: true,
    OrderConfirmed: true,
    OrderShipped: true,
    OrderDelivered: true,
    OrderCancelled: true,
    ReturnRequested: true,
    OrderReturned: true,
    RefundIssued: true,
    AmountCorrected: true,
  },
  { vocabulary },
)
