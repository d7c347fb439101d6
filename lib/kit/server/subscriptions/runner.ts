import type { Pool } from 'pg'
import type { Log } from '../log'
import type { EventStore, Partition } from '../store/event-store'
import type { RecentEvents } from '../tail/recent-events'
import type { Subscription } from './subscription'

export interface SubscriptionDependencies {
  readonly pool: Pool
  readonly store: Pick<EventStore, 'readAll'>
  /** What the tail has at hand; left out where none runs. */
  readonly recent?: RecentEvents | undefined
  readonly log: Log
}

/** One partition of a subscription, and what it takes to work on it. */
export interface Runner extends SubscriptionDependencies {
  readonly subscription: Subscription
  readonly partition: Partition
}
