import { openSync, readFileSync, writeSync } from 'node:fs'
import type { PoolConfig } from 'pg'
import { asSubscription } from '../../server/projections/as-subscription'
import type { Projection } from '../../server/projections/projection'
import type { EventStore } from '../../server/store/event-store'
import { createLeases } from '../../server/subscriptions/leases'
import { runSubscription } from '../../server/subscriptions/run-subscription'
import type { SubscriptionDependencies } from '../../server/subscriptions/runner'
import type { Subscription } from '../../server/subscriptions/subscription'
import { listen } from '../../server/tail/listen'

type Dependencies = SubscriptionDependencies & { readonly store: EventStore }

/** All that follows the log: the projections, and deliveries, each of which is written down. */
export const followersOf = (
  projections: readonly Projection[],
  store: EventStore,
  deliveries: string,
  onDelivery: () => void = () => undefined,
): Subscription[] => {
  const file = openSync(deliveries, 'a')
  return [
    ...projections.map((projection) => asSubscription(projection, store)),
    {
      name: 'deliveries',
      startFrom: 'beginning',
      onPoison: 'stop',
      batchSize: 100,
      handler: {
        type: 'effect',
        deliver: async (events) => {
          for (const { position } of events) writeSync(file, `${position}\n`)
          onDelivery()
        },
      },
    },
  ]
}

/** Follows the log from now on, as a node does. */
export const follow = (
  projections: readonly Projection[],
  dependencies: Dependencies,
  connection: PoolConfig,
  deliveries: string,
  onDelivery: () => void,
): void => {
  const leases = createLeases(connection, dependencies.log)
  const runners = followersOf(projections, dependencies.store, deliveries, onDelivery).map((subscription) =>
    runSubscription({ ...dependencies, leases }, subscription),
  )
  const wake = () => {
    for (const runner of runners) runner.wake()
  }
  listen(connection, 'events_appended', wake, dependencies.log)
}

/** The positions that were delivered, as often as they were. */
export const readDeliveries = (deliveries: string): number[] =>
  readFileSync(deliveries, 'utf8').split('\n').slice(0, -1).map(Number)
