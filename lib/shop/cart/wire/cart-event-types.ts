import * as z from 'zod'
import type { EventTypes, UnloggedEvent } from '../../../kit/events/event-type'
import { personal } from '../../../kit/events/personal'
import type { Actor } from '../../../kit/events/recorded-event'
import type { Erased } from '../../../kit/kernel/erased'
import type { Money } from '../../money'
import { recordedAddress } from '../../wire/address/recorded-address'
import { money } from '../../wire/money'
import { cartStreamType } from '../cart-stream'
import type {
  CartCheckedOut,
  CartCreated,
  CartEvent,
  CartRestored,
  ItemRemoved,
  ShippingAddress,
} from '../events'

const { streamType } = cartStreamType

interface CartCheckedOutV1 {
  readonly paymentMethod: string
  readonly totalAmount: Money
  readonly shippingAddress: ShippingAddress | Erased
}

/** The payment became an object, so that more can be said of it than its method. */
const checkedOutFromV1 = ({ paymentMethod, ...rest }: CartCheckedOutV1): CartCheckedOut['data'] => ({
  payment: { method: paymentMethod },
  ...rest,
})

type ItemRemovedV1 = ItemRemoved['data'] & { readonly reason: string }

/** Since then a reason stands only where somebody gave one; what was written stays as it was. */
const removedFromV1 = (data: ItemRemovedV1): ItemRemoved['data'] => data

interface CartRestoredV1 {
  readonly fromVersion: number
  readonly toVersion: number
  readonly reason: string
}

/** That it was a step over what was done stood in its reason, which nobody but the shop wrote so. */
const restoredFromV1 = (data: CartRestoredV1): CartRestored['data'] =>
  data.reason === 'undo' || data.reason === 'redo' ? { ...data, step: data.reason } : data

/** Only a cart's owner checks it out; what is imported or made up is told with the cart's first event. */
const ownerOf = ({ actor, together }: UnloggedEvent): string | undefined => {
  for (const { type, data } of together) {
    if (type === 'CartCreated') return (data as CartCreated['data']).customerId
  }
  return isPerson(actor) ? actor.id : undefined
}

const isPerson = ({ kind }: Actor): boolean => kind === 'guest' || kind === 'customer' || kind === 'staff'

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
    schemaVersion: 2,
    data: z.object({ productId: z.string(), quantity: z.int().min(1), reason: z.string().optional() }),
    upcasters: { 1: removedFromV1 },
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
    schemaVersion: 2,
    data: z.object({
      fromVersion: z.int().min(1),
      toVersion: z.int().min(1),
      reason: z.string().optional(),
      step: z.enum(['undo', 'redo']).optional(),
      order: z.array(z.string()).readonly().optional(),
      leftOut: z
        .array(z.object({ productId: z.string(), productName: z.string(), quantity: z.int().min(1) }))
        .readonly()
        .optional(),
    }),
    upcasters: { 1: restoredFromV1 },
  },
  CartCheckedOut: {
    streamType,
    schemaVersion: 2,
    data: z.object({
      payment: z.object({ method: z.string() }),
      totalAmount: money,
      shippingAddress: personal(recordedAddress, 'accounting'),
    }),
    upcasters: { 1: checkedOutFromV1 },
    subject: ownerOf,
  },
  CartAbandoned: {
    streamType,
    schemaVersion: 1,
    data: z.object({ reason: z.string(), idleSince: z.string().optional() }),
  },
  CartReopened: { streamType, schemaVersion: 1, data: z.object({ idleSince: z.string() }) },
} satisfies EventTypes<CartEvent>
