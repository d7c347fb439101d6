import type { StoredStreamType } from '../../../kit/streams/stored-stream-type'
import type { CustomerCommand, CustomerRejection, CustomerState } from '../customer'
import { customerStreamType } from '../customer-stream'
import type { CustomerEvent } from '../events'
import { customerEventTypes, retiredCustomerEventTypes } from './customer-event-types'

const bytesOfCustomer = 300

/** Customers as they are stored. Nothing ends one. */
export const storedCustomer: StoredStreamType<
  CustomerState,
  CustomerCommand,
  CustomerEvent,
  CustomerRejection
> = {
  ...customerStreamType,
  eventTypes: customerEventTypes,
  retiredEventTypes: retiredCustomerEventTypes,
  endings: [],
  stateVersion: 2,
  bytesOf: () => bytesOfCustomer,
}
