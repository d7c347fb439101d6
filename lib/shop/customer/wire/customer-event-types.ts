import * as z from 'zod'
import type { EventTypes, RetiredEventType } from '../../../kit/events/event-type'
import { customerStreamType } from '../customer-stream'
import type { CustomerEvent, CustomerImported } from '../events'

const { streamType } = customerStreamType

const said = z.object({ by: z.enum(['page', 'link', 'mailProgram']) })

export const customerEventTypes = {
  CustomerImported: {
    streamType,
    schemaVersion: 1,
    data: z.object({ source: z.string(), customerNumber: z.string(), country: z.string() }),
  },
  RemindersAllowed: { streamType, schemaVersion: 1, data: said },
  RemindersStopped: { streamType, schemaVersion: 1, data: said },
} satisfies EventTypes<CustomerEvent>

export const retiredCustomerEventTypes = {
  /** Nobody registered: they came with an import. */
  CustomerRegistered: {
    streamType,
    schemaVersion: 1,
    becomes: {
      type: 'CustomerImported',
      schemaVersion: 1,
      data: (data: CustomerImported['data']) => data,
    },
  },
} satisfies Record<string, RetiredEventType>
