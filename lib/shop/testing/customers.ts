import { eventBuilders } from '../../kit/testing/event-builders'
import type { CustomerEvent } from '../customer/events'
import { shopEvents } from '../wire/events/shop-events'
import type { Accounts } from './accounts'

const { newEvent } = eventBuilders<CustomerEvent>(shopEvents, 'customer')

/** Appends what happened to a customer, with the addresses that it is about. */
export const given = async (
  { database, dependencies }: Pick<Accounts, 'database' | 'dependencies'>,
  customerId: string,
  event: CustomerEvent,
  addresses: readonly string[] = [],
): Promise<void> => {
  await database.store.append({
    stream: { type: 'customer', id: customerId },
    expectedVersion: 'any',
    events: [{ ...newEvent(event), tags: addresses.map(dependencies.addresses.addressTag) }],
  })
}
