import { v7 as uuidv7 } from 'uuid'
import { createAggregates } from '../kit/server/aggregates/aggregates'
import { readFoldFrom } from '../kit/server/aggregates/read-fold'
import type { HandlerDependencies } from '../kit/server/commands/handle'
import { createKeyedQueue } from '../kit/server/commands/keyed-queue'
import type { EventStore } from '../kit/server/store/event-store'
import { createFingerprint } from '../kit/server/store/fingerprint'
import { shopEvents } from '../shop/wire/events/shop-events'

/** A handler's dependencies over a store, as one node has them: a clock that ticks a second a look, no waiting. */
export const handlerOver = (store: EventStore): HandlerDependencies => {
  let seconds = 0
  return {
    store,
    registry: shopEvents,
    aggregates: createAggregates({ store, read: readFoldFrom(store) }),
    queue: createKeyedQueue(),
    fingerprint: createFingerprint('a secret for tests'),
    now: () => new Date(Date.UTC(2026, 0, 1) + 1000 * seconds++),
    newId: () => uuidv7(),
    backOff: () => Promise.resolve(),
  }
}
