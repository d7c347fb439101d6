import * as z from 'zod'
import type { EventTypes } from '../../../kit/events/event-type'
import type { FulfilmentEvent } from '../events'
import { fulfilmentProcess } from '../fulfilment-process'

const { streamType } = fulfilmentProcess
const shared = { streamType, schemaVersion: 1 } as const

const moment = z.string()
const products = z.array(z.object({ lineId: z.string(), productId: z.string() })).readonly()

export const fulfilmentEventTypes = {
  OrderFollowed: {
    ...shared,
    data: z.object({
      orderId: z.string(),
      currency: z.string(),
      placedAt: moment,
      products,
      discountCode: z.string().optional(),
      editableUntil: moment.optional(),
    }),
  },
  OrderMoved: { ...shared, data: z.object({ version: z.int().min(1), products: products.optional() }) },
  AuthorisationTried: {
    ...shared,
    data: z.object({ provider: z.enum(['card', 'credit']), amount: z.int().min(1) }),
  },
  SingleCaptureFound: { ...shared, data: z.object({ paymentId: z.string() }) },
  PaymentAwaited: {
    ...shared,
    data: z.object({
      paymentId: z.string(),
      key: z.string(),
      url: z.string().optional(),
      since: moment,
    }),
  },
  PaymentSettled: { ...shared, data: z.object({ paymentId: z.string() }) },
  PaymentDeclined: { ...shared, data: z.object({ code: z.string() }) },
  RefundRefused: {
    ...shared,
    data: z.object({ refundId: z.string(), code: z.string(), message: z.string() }),
  },
  StepRefused: { ...shared, data: z.object({ step: z.string(), code: z.string() }) },
  Woken: { ...shared, data: z.object({}) },
  Rested: {
    ...shared,
    data: z.object({
      version: z.int().min(0),
      windowAt: moment.optional(),
      expiresAt: moment.optional(),
    }),
  },
} satisfies EventTypes<FulfilmentEvent>
