import * as z from 'zod'
import type { EventTypes } from '../../../kit/events/event-type'
import { abandonmentProcess } from '../abandonment-process'
import type { AbandonmentEvent } from '../events'

const { streamType } = abandonmentProcess

export const abandonmentEventTypes = {
  CartWatched: { streamType, schemaVersion: 1, data: z.object({ cartId: z.string() }) },
  CartIdled: {
    streamType,
    schemaVersion: 1,
    data: z.object({ since: z.string(), isReminded: z.boolean() }),
  },
  WatchEnded: { streamType, schemaVersion: 1, data: z.object({}) },
} satisfies EventTypes<AbandonmentEvent>
