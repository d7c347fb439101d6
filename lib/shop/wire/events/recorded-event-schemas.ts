import * as z from 'zod'
import { eventEnvelope } from '../../../kit/wire/recorded-event-schema'
import { cartEventTypes } from '../../cart/wire/cart-event-types'
import type { RecordedCartEvent } from '../recorded-shop-events'

const schemas = Object.entries(cartEventTypes).map(([type, { data }]) =>
  z.object({ ...eventEnvelope, type: z.literal(type), data }),
)

/** A cart's event as it crosses the wire. */
export const recordedCartEvent = z.discriminatedUnion(
  'type',
  schemas as [(typeof schemas)[number], ...typeof schemas],
) as unknown as z.ZodType<RecordedCartEvent>
