import * as z from 'zod'
import { streamOf } from '../../../kit/streams/stream-of'
import { commandHeaders } from '../../../kit/wire/api-delivery'
import { endpoint } from '../../../kit/wire/api-endpoint'
import { pageLimit, wholeNumber } from '../../../kit/wire/api-fields'
import { momentQuery } from '../../../kit/wire/api-moment'
import { freshness, readAfter } from '../../../kit/wire/freshness'
import { id } from '../../../kit/wire/text'
import { recordedOrderEvent } from '../../wire/events/recorded-event-schemas'
import { money } from '../../wire/money'
import { orderStreamType } from '../order-stream'
import { orderEventTypes } from './order-event-types'
import { orderCounts, orderNumber, orderPage, orderStatuses } from './order-list'
import { orderRequest } from './order-requests'

export const ordersAnswer = orderPage.extend({
  ...freshness.shape,
  counts: orderCounts.optional().describe('How many orders there are of each status; for staff'),
})
export type OrdersAnswer = z.infer<typeof ordersAnswer>

export const getOrders = endpoint({
  name: 'readOrders',
  method: 'GET',
  path: '/api/orders',
  summary: 'Orders, newest first: your own, and all of them for staff',
  access: 'identified',
  query: readAfter.extend({
    status: z.enum(orderStatuses).optional().describe('Only orders of this status'),
    customerId: id.optional().describe('Only orders of this customer; for staff'),
    number: orderNumber.optional().describe('Only the order of this number'),
    after: wholeNumber(1, Number.MAX_SAFE_INTEGER)
      .optional()
      .describe("Only orders placed before this position: the last page's `next`"),
    limit: pageLimit,
  }),
  status: 200,
  answer: ordersAnswer,
})

const ofOrder = {
  params: z.object({ orderId: id }),
  absent: 'OrderNotFound',
} as const
const noSuchOrder = 'OrderNotFound: there is no such order, or it is not yours to see'

const { OrderPlaced } = orderEventTypes
const { contact, shippingAddress, amounts, lines } = OrderPlaced.data.shape

/** An order's money at one version. */
const balance = z.object({
  due: money.describe('What is to be paid for what the customer keeps'),
  held: money.describe('Authorised, and not charged yet'),
  captured: money,
  refunded: money,
  outstanding: money.describe('What is still to be paid; below zero what is to be given back'),
  toAuthorise: money.describe('What has to be authorised beyond what is paid or held'),
  refundable: money.describe('What can be given back at most'),
})

const count = z.int().min(0)
const piece = z.object({ lineId: z.string(), quantity: z.int().min(1) })

export const orderSnapshot = z.object({
  orderId: z.string(),
  number: z.string().describe('What people call it by; empty at version 0'),
  cartId: z.string(),
  customerId: z.string(),
  status: z.enum(['none', ...orderStatuses]).describe('`none` at version 0'),
  cancelledBy: z.enum(['customer', 'staff', 'payment', 'time']).optional(),
  editableUntil: z.string().describe('Until then its items may change before it confirms itself'),
  contact: contact.nullable().describe('Whom the shop writes to; null at version 0'),
  shippingAddress: shippingAddress.nullable().describe('Where it goes; null at version 0'),
  lines: z
    .array(
      lines.unwrap().element.extend({
        cancelled: count,
        shipped: count,
        delivered: count,
        returned: count,
        returning: count.describe('Announced to come back, and not there yet'),
      }),
    )
    .readonly(),
  amounts: amounts.describe('What it was placed with, as it was updated and corrected since'),
  paymentMethod: z.string(),
  payments: z
    .array(
      z.object({
        paymentId: z.string(),
        provider: z.string(),
        authorised: money,
        captured: money,
        released: money,
        refunded: money,
        expiresAt: z.string().optional(),
      }),
    )
    .readonly(),
  shipments: z
    .array(
      z.object({
        shipment: z.string(),
        lines: z.array(piece).readonly(),
        trackingNumber: z.string().optional(),
        carrier: z.string().optional(),
        isDelivered: z.boolean(),
      }),
    )
    .readonly(),
  refunds: z
    .array(z.object({ refundId: z.string(), amount: money, to: z.enum(['card', 'credit']) }))
    .readonly(),
  balance,
  version: z.int().min(0),
})
export type OrderSnapshot = z.infer<typeof orderSnapshot>

export const getOrder = endpoint({
  ...ofOrder,
  name: 'readOrder',
  method: 'GET',
  path: '/api/orders/{orderId}',
  summary: 'An order as it is, or as it was at a version, a time or a place in the log',
  access: 'viewer',
  streamOf: ({ orderId }: { readonly orderId: string }) => streamOf(orderStreamType, orderId),
  validated: true,
  query: momentQuery,
  status: 200,
  answer: orderSnapshot,
  refusals: { 404: `${noSuchOrder}. VersionNotFound: it has not come that far` },
})

export const orderHandled = z.object({
  version: z.int().min(0).describe("The order's version after the command"),
  position: z.int().min(0).describe('Place in the whole log of the last event'),
  events: z
    .array(recordedOrderEvent)
    .readonly()
    .describe('What it made happen; nothing when it was so already'),
})

export const postOrderCommand = endpoint({
  ...ofOrder,
  name: 'sendOrderCommand',
  method: 'POST',
  path: '/api/orders/{orderId}/commands',
  summary: 'Ask something of an order: its customer cancels it or announces a return, staff does all of it',
  access: 'identified',
  headers: commandHeaders,
  body: orderRequest,
  status: 200,
  answer: orderHandled,
  refusals: {
    404: noSuchOrder,
    409: 'ConcurrencyConflict: the order is not at the expected version. AmountChanged: it comes to another amount than was seen',
    412: 'ConcurrencyConflict: the order is not at the version that `If-Match` names',
    422: 'A rule of the order; `code` says which. CommandIdReused: the id came before with something else',
  },
})
