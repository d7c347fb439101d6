import { openSync, readFileSync, writeSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import type { PoolConfig } from 'pg'
import { followLog } from '../../server/engine/follow-log'
import { isOutage } from '../../server/postgres/outage'
import { asSubscription } from '../../server/projections/as-subscription'
import type { Projection } from '../../server/projections/projection'
import type { EventStore } from '../../server/store/event-store'
import type { SubscriptionDependencies } from '../../server/subscriptions/runner'
import type { Subscription } from '../../server/subscriptions/subscription'
import type { WrittenHere } from '../../server/tail/written-here'

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

/** Follows the log from now on, as a node does, as soon as the database answers. */
export const follow = async (
  projections: readonly Projection[],
  { pool, store, log }: Dependencies,
  connection: PoolConfig,
  deliveries: string,
  onDelivery: () => void,
): Promise<void> => {
  const subscriptions = followersOf(projections, store, deliveries, onDelivery)
  for (;;) {
    try {
      await followLog({ engine: { store, writtenHere: nothing }, pool, connection, subscriptions, log })
      return
    } catch (error) {
      if (!isOutage(error)) throw error
      await delay(pauseMs)
    }
  }
}

const pauseMs = 100
const nothing: WrittenHere = { after: () => [] }

/** The positions that were delivered, as often as they were. */
export const readDeliveries = (deliveries: string): number[] =>
  readFileSync(deliveries, 'utf8').split('\n').slice(0, -1).map(Number)
