import type { StreamType } from '../../kit/streams/stream-type'
import { type CustomerRejection, type CustomerState, customer, type ImportCustomer } from './customer'
import type { CustomerEvent } from './events'

/** Customers as a type of streams. They are of people who may never have signed in: nobody owns them. */
export const customerStreamType: StreamType<CustomerState, ImportCustomer, CustomerEvent, CustomerRejection> =
  {
    ...customer,
    streamType: 'customer',
    milestones: ['CustomerImported'],
    ownerOf: () => undefined,
  }
