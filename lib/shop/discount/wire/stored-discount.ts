import * as z from 'zod'
import type { EventTypes } from '../../../kit/events/event-type'
import type { StoredStreamType } from '../../../kit/streams/stored-stream-type'
import {
  type DiscountCommand,
  type DiscountEvent,
  type DiscountState,
  type DiscountUseRejection,
  discountStreamType,
} from '../discount'

const { streamType } = discountStreamType

const discountEventTypes = {
  DiscountUsed: {
    streamType,
    schemaVersion: 1,
    data: z.object({ orderId: z.string(), customerId: z.string() }),
  },
  DiscountGivenBack: { streamType, schemaVersion: 1, data: z.object({ orderId: z.string() }) },
} satisfies EventTypes<DiscountEvent>

const bytesOfDiscount = 200
const bytesOfUse = 150

/** The uses of a code as they are stored. Nothing ends them. */
export const storedDiscount: StoredStreamType<
  DiscountState,
  DiscountCommand,
  DiscountEvent,
  DiscountUseRejection
> = {
  ...discountStreamType,
  eventTypes: discountEventTypes,
  endings: [],
  stateVersion: 1,
  bytesOf: ({ uses }) => bytesOfDiscount + Object.keys(uses).length * bytesOfUse,
}
