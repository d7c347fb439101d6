import { openSync, readFileSync, writeSync } from 'node:fs'
import type { PoolConfig } from 'pg'
import { asSubscription } from '../../kit/server/projections/as-subscription'
import type { EventStore } from '../../kit/server/store/event-store'
import { createLeases } from '../../kit/server/subscriptions/leases'
import { runSubscription } from '../../kit/server/subscriptions/run-subscription'
import type { SubscriptionDependencies } from '../../kit/server/subscriptions/runner'
import type { Subscription } from '../../kit/server/subscriptions/subscription'
import { listen } from '../../kit/server/tail/listen'
import { projections } from '../../shop/server/projections'

type Dependencies = SubscriptionDependencies & { readonly store: EventStore }

/** All that follows the log: the shop's projections, and deliveries, each of which is written down. */
export const followersOf = (
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
  dependencies: Dependencies,
  connection: PoolConfig,
  deliveries: string,
  onDelivery: () => void,
): void => {
  const leases = createLeases(connection, dependencies.log)
  const runners = followersOf(dependencies.store, deliveries, onDelivery).map((subscription) =>
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
