import { v7 as uuidv7 } from 'uuid'
import type { EventRegistry } from '../events/registry'
import { createAggregates } from '../server/aggregates/aggregates'
import { readFoldFrom } from '../server/aggregates/read-fold'
import type { HandlerDependencies } from '../server/commands/handle'
import { createKeyedQueue } from '../server/commands/keyed-queue'
import type { EventStore } from '../server/store/event-store'
import { createFingerprint } from '../server/store/fingerprint'

/** A handler's dependencies over a store, as one node has them: a clock that ticks a second a look, no waiting. */
export const handlerOver = (store: EventStore, registry: EventRegistry): HandlerDependencies => {
  let seconds = 0
  return {
    store,
    registry,
    aggregates: createAggregates({ store, read: readFoldFrom(store) }),
    queue: createKeyedQueue(),
    fingerprint: createFingerprint('a secret for tests'),
    now: () => new Date(Date.UTC(2026, 0, 1) + 1000 * seconds++),
    newId: () => uuidv7(),
    backOff: () => Promise.resolve(),
  }
}
