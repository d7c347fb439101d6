import { foldBy } from '../../kit/kernel/fold-by'
import type { StreamType } from '../../kit/streams/stream-type'
import type { CustomerCommand } from './commands'
import { type CustomerRejection, decideCustomer } from './decide'
import type { CustomerEvent } from './events'
import { evolveCustomer } from './evolve'
import { type CustomerState, initialCustomer } from './state'

/** Customers as a type of streams, under the ids of the people they are. They may be of people who never signed in. */
export const customerStreamType: StreamType<
  CustomerState,
  CustomerCommand,
  CustomerEvent,
  CustomerRejection
> = {
  streamType: 'customer',
  milestones: ['CustomerImported', 'CustomerSignedUp', 'CustomerDeactivated', 'CustomerReactivated'],
  // The first event doesn't say it: the stream's own id does, which the shop's policy goes by.
  ownerOf: () => undefined,
  initial: initialCustomer,
  evolve: evolveCustomer,
  fold: foldBy(evolveCustomer),
  decide: decideCustomer,
}
