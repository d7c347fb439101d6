import type { Aggregates } from '../../../kit/server/aggregates/aggregates'
import type { EventStore } from '../../../kit/server/store/event-store'
import { storedCustomer } from '../wire/stored-customer'

interface Dependencies {
  readonly store: Pick<EventStore, 'readAll'>
  readonly aggregates: Aggregates
}

export interface FoundHolder {
  /** The customer who signs in with the address; undefined where it is free. */
  readonly heldBy: string | undefined
  /** Whatever becomes of the address later stands behind this position. */
  readonly seenUpTo: number
}

/**
 * Who signs in with an address. The newest event that has its tag says who had it last; whether they still have it, their own stream
 * does: an address that somebody gave up is free, and so is one of who was erased.
 */
export const findHolder = async (
  { store, aggregates }: Dependencies,
  tag: string,
  email: string,
): Promise<FoundHolder> => {
  const [newest] = await store.readAll({
    direction: 'backwards',
    limit: 1,
    filter: { streamTypes: [storedCustomer.streamType], tags: [tag] },
  })
  if (!newest) return { heldBy: undefined, seenUpTo: 0 }
  const { state } = await aggregates.loadFresh(storedCustomer, newest.streamId)
  return { heldBy: state.email === email ? newest.streamId : undefined, seenUpTo: newest.position }
}
