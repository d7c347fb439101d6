import * as z from 'zod'
import type { RecordedCartEvent } from './recorded-event'

export const money = z.object({
  amount: z.int().describe('Minor units: cents, pence'),
  currency: z.string().length(3).describe('ISO 4217'),
})

const envelope = {
  eventId: z.uuid(),
  streamType: z.string(),
  streamId: z.string(),
  version: z.int().min(1),
  position: z.int().min(1),
  schemaVersion: z.int().min(1),
  metadata: z.object({
    actor: z.object({
      kind: z.enum(['guest', 'customer', 'staff', 'import', 'system']),
      id: z.string(),
    }),
    correlationId: z.string(),
    causationId: z.string(),
    commandId: z.string().nullable(),
  }),
  occurredAt: z.iso.datetime(),
}

const recorded = <Type extends string, Shape extends z.ZodRawShape>(type: Type, data: Shape) =>
  z.object({ ...envelope, type: z.literal(type), data: z.object(data) })

/** A cart's event as it crosses the wire. */
export const recordedCartEvent = z.discriminatedUnion('type', [
  recorded('CartCreated', { customerId: z.string() }),
  recorded('ItemAdded', {
    productId: z.string(),
    productName: z.string(),
    quantity: z.int().min(1),
    unitPrice: money,
  }),
  recorded('ItemRemoved', { productId: z.string(), quantity: z.int().min(1), reason: z.string() }),
  recorded('ItemQuantityChanged', {
    productId: z.string(),
    oldQuantity: z.int().min(1),
    newQuantity: z.int().min(1),
  }),
  recorded('CartCheckedOut', {
    paymentMethod: z.string(),
    totalAmount: money,
    shippingAddress: z.object({
      street: z.string(),
      city: z.string(),
      state: z.string(),
      zipCode: z.string(),
      country: z.string(),
    }),
  }),
  recorded('CartAbandoned', { reason: z.string() }),
]) satisfies z.ZodType<RecordedCartEvent>

export const recordedEvent = z.object({
  ...envelope,
  type: z.string(),
  data: z.record(z.string(), z.unknown()),
})
