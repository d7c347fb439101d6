import * as z from 'zod'
import type { CartCheckedOut, CartEvent, ShippingAddress } from '../../domain/cart/events'
import type { Money } from '../../domain/money'
import { money } from '../money'
import type { EventTypes } from './event-type'

const streamType = 'cart'

const shippingAddress = z.object({
  street: z.string(),
  city: z.string(),
  state: z.string(),
  zipCode: z.string(),
  country: z.string(),
})

interface CartCheckedOutV1 {
  readonly paymentMethod: string
  readonly totalAmount: Money
  readonly shippingAddress: ShippingAddress
}

/** The payment became an object, so that more can be said of it than its method. */
const checkedOutFromV1 = ({ paymentMethod, ...rest }: CartCheckedOutV1): CartCheckedOut['data'] => ({
  payment: { method: paymentMethod },
  ...rest,
})

export const cartEventTypes = {
  CartCreated: { streamType, schemaVersion: 1, data: z.object({ customerId: z.string() }) },
  ItemAdded: {
    streamType,
    schemaVersion: 1,
    data: z.object({
      productId: z.string(),
      productName: z.string(),
      quantity: z.int().min(1),
      unitPrice: money,
    }),
  },
  ItemRemoved: {
    streamType,
    schemaVersion: 1,
    data: z.object({ productId: z.string(), quantity: z.int().min(1), reason: z.string() }),
  },
  ItemQuantityChanged: {
    streamType,
    schemaVersion: 1,
    data: z.object({
      productId: z.string(),
      oldQuantity: z.int().min(1),
      newQuantity: z.int().min(1),
    }),
  },
  ItemRepriced: {
    streamType,
    schemaVersion: 1,
    data: z.object({ productId: z.string(), oldPrice: money, newPrice: money }),
  },
  CartRestored: {
    streamType,
    schemaVersion: 1,
    data: z.object({ fromVersion: z.int().min(1), toVersion: z.int().min(1), reason: z.string() }),
  },
  CartCheckedOut: {
    streamType,
    schemaVersion: 2,
    data: z.object({
      payment: z.object({ method: z.string() }),
      totalAmount: money,
      shippingAddress,
    }),
    upcasters: { 1: checkedOutFromV1 },
  },
  CartAbandoned: { streamType, schemaVersion: 1, data: z.object({ reason: z.string() }) },
} satisfies EventTypes<CartEvent>
