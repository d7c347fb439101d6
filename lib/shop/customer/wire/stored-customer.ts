import type { StoredStreamType } from '../../../kit/streams/stored-stream-type'
import type { CustomerCommand } from '../commands'
import { customerStreamType } from '../customer-stream'
import type { CustomerRejection } from '../decide'
import type { CustomerEvent } from '../events'
import type { CustomerState } from '../state'
import { customerEventTypes, retiredCustomerEventTypes } from './customer-event-types'

const bytesOfCustomer = 600

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
  stateVersion: 3,
  bytesOf: () => bytesOfCustomer,
}
