import type { StreamType } from '../../kit/streams/stream-type'
import { type CustomerCommand, type CustomerRejection, type CustomerState, customer } from './customer'
import type { CustomerEvent } from './events'

/** Customers as a type of streams. They may be of people who never signed in: nobody owns them. */
export const customerStreamType: StreamType<
  CustomerState,
  CustomerCommand,
  CustomerEvent,
  CustomerRejection
> = {
  ...customer,
  streamType: 'customer',
  milestones: ['CustomerImported'],
  ownerOf: () => undefined,
}
