import * as z from 'zod'
import type { EventTypes, RetiredEventType, UnloggedEvent } from '../../../kit/events/event-type'
import { personal } from '../../../kit/events/personal'
import { recordedAddress } from '../../wire/address/recorded-address'
import { customerStreamType } from '../customer-stream'
import type { CustomerEvent, CustomerImported } from '../events'

const { streamType } = customerStreamType

const said = z.object({ by: z.enum(['page', 'link', 'mailProgram']) })

const email = personal(z.string(), 'profile')
const name = personal(z.string(), 'profile')
/** A customer's stream has the id of the person. */
const subject = ({ streamId }: Pick<UnloggedEvent, 'streamId'>): string => streamId

export const customerEventTypes = {
  CustomerImported: {
    streamType,
    schemaVersion: 1,
    data: z.object({ source: z.string(), customerNumber: z.string(), country: z.string() }),
  },
  CustomerSignedUp: { streamType, schemaVersion: 1, data: z.object({ email, name }), subject },
  EmailChanged: { streamType, schemaVersion: 1, data: z.object({ email }), subject },
  NameChanged: { streamType, schemaVersion: 1, data: z.object({ name }), subject },
  PhoneChanged: {
    streamType,
    schemaVersion: 1,
    data: z.object({ phone: personal(z.string(), 'profile').optional() }),
    subject,
  },
  AddressChanged: {
    streamType,
    schemaVersion: 1,
    data: z.object({ address: personal(recordedAddress, 'profile').optional() }),
    subject,
  },
  CustomerDeactivated: { streamType, schemaVersion: 1, data: z.object({ reason: z.string() }) },
  CustomerReactivated: { streamType, schemaVersion: 1, data: z.strictObject({}) },
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
