import * as z from 'zod'
import {
  exportedFrom,
  type FiledType,
  type HistoryOrigin,
  toHistoryFile,
} from '../../../kit/wire/history-file'
import { type HistoryRead, readHistory } from '../../../kit/wire/history-file-read'
import { shopEvents } from '../../wire/events/shop-events'
import type { OrderEvent } from '../events'
import type { OrderState } from '../state'
import { orderEventTypes } from './order-event-types'
import { orderStatuses } from './order-list'
import { storedOrder } from './stored-order'

const count = z.int().min(0)
const { lines, amounts, payment } = orderEventTypes.OrderPlaced.data.shape
const { OrderShipped, OrderCancelled, RefundIssued } = orderEventTypes

const orderState = z.object({
  id: z.string(),
  number: z.string(),
  cartId: z.string(),
  customerId: z.string(),
  status: z.enum(['none', ...orderStatuses]),
  isConfirmed: z.boolean(),
  lines: z.array(
    lines.unwrap().element.extend({
      cancelled: count,
      shipped: count,
      delivered: count,
      returned: count,
      returning: count,
    }),
  ),
  amounts,
  payment,
  payments: z.array(
    z.object({
      paymentId: z.string(),
      provider: z.string(),
      authorised: count,
      captured: count,
      released: count,
      refunded: count,
      expiresAt: z.string().optional(),
      captures: z.array(z.object({ captureId: z.string(), amount: count })),
    }),
  ),
  shipments: z.array(OrderShipped.data.extend({ isDelivered: z.boolean() })),
  refunds: z.array(RefundIssued.data.pick({ refundId: true, amount: true, to: true })),
  refundedAhead: count,
  editableUntil: z.string(),
  cancelledBy: OrderCancelled.data.shape.cancelledBy.optional(),
  version: count,
}) satisfies z.ZodType<OrderState>

const filedOrder: FiledType<OrderState, OrderEvent> = {
  ...storedOrder,
  registry: shopEvents,
  state: orderState,
  source: exportedFrom(storedOrder.streamType),
}

/** An order's history as a file, to be read again with `readOrderHistory`. */
export const toOrderHistoryFile = (
  origin: HistoryOrigin,
  before: OrderState,
  events: readonly OrderEvent[],
) => toHistoryFile(filedOrder, origin, before, events)

/** Reads a file of an order's history, or the JSON export of a whole order. */
export const readOrderHistory = (text: string): HistoryRead<OrderState, OrderEvent> =>
  readHistory(filedOrder, text)
