import * as z from 'zod'
import type { EventTypes } from '../../../kit/events/event-type'
import type { DomainEvent, RecordedEvent } from '../../../kit/events/recorded-event'
import { eventEnvelope } from '../../../kit/wire/recorded-event-schema'
import { cartEventTypes } from '../../cart/wire/cart-event-types'
import { orderEventTypes } from '../../order/wire/order-event-types'
import type { RecordedCartEvent, RecordedOrderEvent } from '../recorded-shop-events'

const recordedOf = <Event extends DomainEvent>(types: EventTypes<Event>): z.ZodType<RecordedEvent<Event>> => {
  const known = Object.entries(types) as [string, { data: z.ZodType<object> }][]
  const [first, ...more] = known.map(([type, { data }]) =>
    z.object({ ...eventEnvelope, type: z.literal(type), data }),
  )
  if (!first) throw new Error('There is a type of event at least')
  return z.discriminatedUnion('type', [first, ...more]) as unknown as z.ZodType<RecordedEvent<Event>>
}

/** A cart's event as it crosses the wire. */
export const recordedCartEvent: z.ZodType<RecordedCartEvent> = recordedOf(cartEventTypes)

/** An order's event as it crosses the wire. */
export const recordedOrderEvent: z.ZodType<RecordedOrderEvent> = recordedOf(orderEventTypes)
