import * as z from 'zod'
import type { EventTypes, UnloggedEvent } from '../../../kit/events/event-type'
import { personal } from '../../../kit/events/personal'
import { recordedAddress } from '../../wire/address/recorded-address'
import { money } from '../../wire/money'
import { orderAmounts as amounts } from '../../wire/order-amounts'
import type { OrderEvent, OrderPlaced } from '../events'
import { orderStreamType } from '../order-stream'

const { streamType } = orderStreamType

const amount = money.extend({ amount: z.int().min(0) })
const moved = money.extend({ amount: z.int().min(1) })

const line = z.object({
  lineId: z.string(),
  productId: z.string(),
  productName: z.string(),
  category: z.string().optional(),
  quantity: z.int().min(1),
  unitPrice: money,
})

const contact = z.object({ name: z.string(), email: z.string() })

const pieces = z.array(z.object({ lineId: z.string(), quantity: z.int().min(1) })).readonly()

const attachment = z.object({ hash: z.string(), bytes: z.int().min(0), type: z.string() })

/** Whom it goes to and is paid by is the customer's, whoever placed it. */
const customerOf = ({ data }: UnloggedEvent<OrderPlaced['data']>): string => data.customerId

export const orderEventTypes = {
  OrderPlaced: {
    streamType,
    schemaVersion: 1,
    data: z.object({
      number: z.string(),
      cartId: z.string(),
      customerId: z.string(),
      contact: personal(contact, 'accounting'),
      lines: z.array(line).readonly(),
      shippingAddress: personal(recordedAddress, 'accounting'),
      amounts,
      payment: z.object({
        method: z.string(),
        reference: z.string().optional(),
        credit: amount.optional(),
      }),
      editableUntil: z.string(),
    }),
    subject: customerOf,
  },
  OrderItemsUpdated: {
    streamType,
    schemaVersion: 1,
    data: z.object({ lines: z.array(line).readonly(), amounts }),
  },
  QuantityCancelled: {
    streamType,
    schemaVersion: 1,
    data: z.object({ lines: pieces, reason: z.string() }),
  },
  PaymentAuthorised: {
    streamType,
    schemaVersion: 1,
    data: z.object({
      paymentId: z.string(),
      provider: z.string(),
      amount: moved,
      expiresAt: z.string().optional(),
    }),
  },
  PaymentReceived: {
    streamType,
    schemaVersion: 1,
    data: z.object({ paymentId: z.string(), captureId: z.string(), amount: moved }),
  },
  PaymentFailed: {
    streamType,
    schemaVersion: 1,
    data: z.object({
      paymentId: z.string().optional(),
      provider: z.string(),
      code: z.string(),
      message: z.string(),
    }),
  },
  AuthorisationReleased: {
    streamType,
    schemaVersion: 1,
    data: z.object({ paymentId: z.string(), amount: moved }),
  },
  OrderConfirmed: {
    streamType,
    schemaVersion: 1,
    data: z.object({ by: z.enum(['window', 'staff']) }),
  },
  OrderShipped: {
    streamType,
    schemaVersion: 1,
    data: z.object({
      shipment: z.string(),
      lines: pieces,
      trackingNumber: z.string().optional(),
      carrier: z.string().optional(),
    }),
  },
  OrderDelivered: {
    streamType,
    schemaVersion: 1,
    data: z.object({ shipment: z.string(), signature: attachment.optional() }),
  },
  OrderCancelled: {
    streamType,
    schemaVersion: 1,
    data: z.object({
      reason: z.string(),
      cancelledBy: z.enum(['customer', 'staff', 'payment', 'time']),
    }),
  },
  ReturnRequested: {
    streamType,
    schemaVersion: 1,
    data: z.object({ lines: pieces, reason: z.string() }),
  },
  OrderReturned: {
    streamType,
    schemaVersion: 1,
    data: z.object({ lines: pieces, reason: z.string(), restock: z.boolean() }),
  },
  RefundIssued: {
    streamType,
    schemaVersion: 1,
    data: z.object({
      refundId: z.string(),
      amount: moved,
      to: z.enum(['card', 'credit']),
      reason: z.string(),
      parts: z.array(z.object({ paymentId: z.string(), amount: moved })).readonly(),
    }),
  },
  AmountCorrected: {
    streamType,
    schemaVersion: 1,
    data: z.object({ corrects: z.string(), oldAmount: amount, newAmount: amount, reason: z.string() }),
  },
} satisfies EventTypes<OrderEvent>
