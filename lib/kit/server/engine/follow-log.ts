import type { Pool, PoolConfig } from 'pg'
import type { RecordedEvent } from '../../events/recorded-event'
import type { Log } from '../log'
import { createLeases, type Leases } from '../subscriptions/leases'
import { runSubscription } from '../subscriptions/run-subscription'
import type { Subscription } from '../subscriptions/subscription'
import { listen } from '../tail/listen'
import { startTail } from '../tail/tail'
import type { Wakeable } from '../tail/wakeable'
import type { Engine } from './engine'

const pollMs = 1_000

interface FollowOptions {
  readonly engine: Pick<Engine, 'store' | 'writtenHere'>
  readonly pool: Pool
  /** For the connections that leases and notifications need of their own. */
  readonly connection: PoolConfig
  readonly subscriptions: readonly Subscription[]
  /** Hears every event once, in the log's order, before the subscriptions do. */
  readonly onEvents?: ((events: readonly RecordedEvent[]) => void) | undefined
  readonly log: Log
}

export interface FollowedLog {
  readonly leases: Leases
  readonly stop: () => Promise<void>
}

/** Runs subscriptions from their checkpoints, as the log grows: each partition on one node at a time. */
export const followLog = async (options: FollowOptions): Promise<FollowedLog> => {
  const { engine, pool, connection, subscriptions, onEvents, log } = options
  const { store, writtenHere } = engine
  const from = await store.headPosition()
  const leases = createLeases(connection, log)
  const runners: Wakeable[] = []
  const stopRunning = async () => {
    await Promise.all(runners.map((runner) => runner.stop()))
    await leases.stop()
  }
  try {
    for (const each of subscriptions) runners.push(runSubscription({ pool, store, log, leases }, each))
  } catch (error) {
    await stopRunning()
    throw error
  }
  const tail = startTail({
    store,
    writtenHere,
    from,
    pollMs,
    onEvents: (events) => {
      // Who looks comes before what is kept for later.
      onEvents?.(events)
      for (const runner of runners) runner.wake()
    },
    log,
  })
  // After all that came in this turn of the event loop: what was appended here is known by then.
  const onHint = () => void setImmediate(tail.wake)
  const listener = listen(connection, 'events_appended', onHint, log)
  return {
    leases,
    stop: async () => {
      await listener.stop()
      await tail.stop()
      await stopRunning()
    },
  }
}
